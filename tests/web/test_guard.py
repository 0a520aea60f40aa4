"""Who is answered at all: by the name that was asked, and by the page that a form comes from."""

import pytest
from starlette.datastructures import Headers

from perflint.web.guard import POLICY, from_here, host_name
from perflint.web.settings import Settings
from tests.web.serving import Client, served
from tests.web.tables import TABLE


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("127.0.0.1:8765", "127.0.0.1"), ("LOCALHOST", "localhost"), ("[::1]:8765", "::1"), ("jixiao.example.", "jixiao.example"),
        ("", ""), ("evil.example@127.0.0.1", "evil.example@127.0.0.1"),
    ],
)  # fmt: skip
def test_the_name_of_a_host(host: str, name: str) -> None:
    assert host_name(host) == name


def test_another_name_that_leads_here_is_not_answered(client: Client) -> None:
    """DNS rebinding: a page of another site has its name lead to this machine."""
    answer = client.get("/", host=f"evil.example:{client.page.port}")
    assert answer.status == 421
    assert "不应答这个地址：evil.example" in answer.text


def test_names_that_were_allowed_are_answered() -> None:
    with served(Settings(port=0, hosts=("Jixiao.Example",))) as page:
        assert Client(page).get("/", host="jixiao.example").status == 200
        assert Client(page).get("/", host="JIXIAO.example:443").status == 200
        assert Client(page).get("/", host="other.example").status == 421


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"origin": "http://127.0.0.1:8765"}, True),
        ({"origin": "https://127.0.0.1:8765"}, True),  # behind a proxy that speaks TLS
        ({"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"origin": "http://127.0.0.1:9999"}, False),
        ({"origin": "null"}, False),
        ({"origin": "http://evil.example"}, False),
        ({"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({}, False),
    ],
)
def test_a_form_comes_from_here(headers: dict[str, str], *, ours: bool) -> None:
    assert from_here(Headers({"host": "127.0.0.1:8765", **headers})) is ours


@pytest.mark.parametrize("headers", [{"origin": "http://evil.example"}, {"origin": "null"}, {"origin": ""}])
def test_an_upload_from_elsewhere_is_refused(client: Client, headers: dict[str, str]) -> None:
    token = client.token()
    assert client.send({"token": token}, {"表.yaml": TABLE.encode()}, **headers).status == 403


def test_an_upload_without_the_token_of_this_browser_is_refused(client: Client) -> None:
    other = Client(client.page)
    for token in ("", "0" * 64, other.token(), "é"):
        client.token()
        assert client.send({"token": token}, {"表.yaml": TABLE.encode()}).status == 403
    client.cookie = ""
    assert client.send({"token": other.token()}, {"表.yaml": TABLE.encode()}).status == 403
    assert len(client.page.results) == client.page.results.working() == 0 or client.page.counts


@pytest.mark.parametrize("path", ["/", "/static/page.css", "/static/page.js", "/nothing", "/r/guess"])
def test_every_answer_binds_the_browser(client: Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


def test_the_cookie_is_for_this_page_alone(client: Client) -> None:
    said = client.get("/").headers["set-cookie"].lower()
    assert "httponly" in said
    assert "samesite=strict" in said


@pytest.mark.parametrize("path", ["/static/../server.py", "/static/%2e%2e/sample.yaml", "/static//etc/passwd"])
def test_no_path_leads_out_of_the_static_folder(client: Client, path: str) -> None:
    assert client.get(path).status == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "PATCH"])
def test_other_methods_are_not_answered(client: Client, method: str) -> None:
    assert client.ask(method, "/").status in {403, 404}
