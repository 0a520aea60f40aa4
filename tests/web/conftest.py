"""One page for the tests that only ask it things."""

from collections.abc import Iterator

import pytest

from perflint.web.settings import Settings
from tests.web.serving import Client, Served, served


@pytest.fixture(scope="session")
def page() -> Iterator[Served]:
    with served(Settings(port=0, files=5, seconds=600)) as running:
        yield running


@pytest.fixture
def client(page: Served) -> Client:
    return Client(page)
