"""The page behind nginx as the guide sets it up: over TLS, below a path, under a name. Skipped where there is no nginx."""

import os
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from perflint.web.settings import Settings
from tests.web.nginx import IS_THERE, NAME, ROOT, Outside, proxied
from tests.web.serving import served
from tests.web.tables import word

pytestmark = pytest.mark.skipif(
    not IS_THERE and not os.environ.get("PERFLINT_INSIST"), reason="nginx and openssl are not both installed"
)


@pytest.fixture(scope="module")
def outside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Outside, Path]]:
    folder = tmp_path_factory.mktemp("nginx")
    with (
        served(Settings(port=0, hosts=(NAME,), root_path=ROOT, seconds=600)) as page,
        proxied(folder, page) as (port, certificate),
    ):
        yield Outside(page, port, certificate), folder


def test_upload_result_and_downloads_go_through_it(outside: tuple[Outside, Path]) -> None:
    client, folder = outside
    start = client.get("/")
    assert start.status == 200
    address = client.upload({"绩效目标表.docx": word()})
    assert address.startswith(f"{ROOT}/")
    result = client.get(address)
    assert "退回" in result.text
    links = re.findall(r'<a class="button" href="([^"]+/file/\d+)" download="([^"]+)"', result.html)
    assert "绩效目标表-批注.docx" in [unescape(name) for _, name in links]
    for link, _ in links:
        got = client.get(link)
        assert (got.status, got.headers["content-disposition"].partition(";")[0]) == (200, "attachment")
    # Every address that the two pages name leads somewhere, and below the path: styles, scripts, links.
    for page in (start, result):
        for link in set(re.findall(r'(?:href|src)="([^"#]+)', page.html)) - {"/"}:
            assert link.startswith(f"{ROOT}/"), link
            assert client.get(unescape(link)).status in {200, 303}, link
    assert client.get(f"{address}/no-such").status == 404
    assert (folder / "access.log").read_text(encoding="utf-8") == ""


def test_uploads_do_not_lie_in_the_folders_of_the_server(outside: tuple[Outside, Path]) -> None:
    client, folder = outside
    client.upload({"绩效目标表.docx": word()})
    assert "buffered to a temporary file" not in (folder / "error.log").read_text(encoding="utf-8")
    assert [path for kind in ("client_body", "proxy") for path in (folder / kind).rglob("*") if path.is_file()] == []


def test_what_is_too_large_or_not_from_the_page_is_refused(outside: tuple[Outside, Path]) -> None:
    client, _ = outside
    token = client.token()
    assert client.send({"token": token}, {"a.docx": bytes(20_900_000)}).status == 413
    assert client.send({"token": token}, {"a.docx": bytes(21_500_000)}).status == 413
    assert client.send({"token": token}, {"a.docx": word()}, origin="https://elsewhere.example").status == 403
    assert client.send({"token": "0" * 48}, {"a.docx": word()}).status == 403
    assert client.get("/", host="elsewhere.example").status == 421


def test_the_path_without_its_slash_leads_to_the_page(outside: tuple[Outside, Path]) -> None:
    client, _ = outside
    line = client.line()
    line.putrequest("GET", ROOT, skip_host=True)
    line.putheader("host", client.host)
    line.endheaders()
    got = line.getresponse()
    assert (got.status, got.getheader("location")) == (301, f"https://{client.host}{ROOT}/")
    line.close()


def test_the_cookie_is_sent_over_tls_alone(outside: tuple[Outside, Path]) -> None:
    client, _ = outside
    cookie = client.get("/?lang=en").headers.get("set-cookie", "")
    assert not cookie or {"Secure", f"Path={ROOT}/"} <= {part.strip() for part in cookie.split(";")}
