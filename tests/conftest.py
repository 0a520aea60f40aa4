"""What all tests have in common: one cache folder for a run, bytecode for the processes, no clock in hypothesis."""

import gc
import os
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.thorough import tries

_PLACE = pytest.StashKey[Path]()
# A machine that does many things at once is no fault of what is tested.
settings.register_profile(
    "perflint", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=tries(100)
)
settings.load_profile("perflint")


def pytest_configure(config: pytest.Config) -> None:
    """Give this run, its workers and the processes that they start one empty cache folder, and let them keep bytecode."""
    if hasattr(config, "workerinput"):
        return
    place = config.stash[_PLACE] = Path(tempfile.mkdtemp(prefix="perflint-tests-"))
    os.environ["PERFLINT_CACHE_DIR"] = str(place / "cache")
    # Without bytecode each start compiles 400 modules; whoever wants none beside the sources gets none there.
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        os.environ["PYTHONPYCACHEPREFIX"] = str(place / "bytecode")


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while eleven thousand tests are collected, nor among them afterwards: all of it stays."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    if _PLACE in config.stash:
        shutil.rmtree(config.stash[_PLACE], ignore_errors=True)
