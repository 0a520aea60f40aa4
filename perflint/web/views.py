"""Pages made of templates: every text from a table is escaped, nothing of it is markup."""

from collections.abc import Mapping
from functools import partial
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from perflint.report.review.words import mending_word, severity_word, verdict_line, verdict_word
from perflint.version import __version__
from perflint.web.settings import Settings
from perflint.web.tokens import COOKIE, Tokens
from perflint.web.words import say

LANGS: Mapping[str, str] = {"zh": "zh-CN", "en": "en"}
_TROUBLES: Mapping[str, tuple[str, str]] = {
    "gone": ("gone", "gone_more"), "stale": ("refused", "stale"), "host": ("host", "host_more"),
    "large": ("large", "large_more"), "busy": ("busy", "busy_more"), "broken": ("broken", "broken_more"),
    "slow": ("refused", "slow"), "too_many": ("refused", "too_many"), "nothing": ("refused", "nothing"),
}  # fmt: skip


class View:
    """Renders pages in the language of the request or of the upload."""

    def __init__(self, settings: Settings, tokens: Tokens) -> None:
        self._settings = settings
        self._tokens = tokens
        self._templates = Environment(
            loader=PackageLoader("perflint.web"), autoescape=True, undefined=StrictUndefined,
            trim_blocks=True, lstrip_blocks=True,
        )  # fmt: skip

    def lang(self, request: Request) -> str:
        """Return the language that an address asks for, else the server's."""
        asked = request.query_params.get("lang", "")
        return asked if asked in LANGS else self._settings.lang

    def page(self, request: Request, name: str, lang: str = "", status: int = 200, **shown: object) -> Response:
        """Return a page; its forms get the token of the browser's cookie."""
        spoken = lang or self.lang(request)
        cookie = self._tokens.cookie(request)
        base = request.scope.get("root_path", "").rstrip("/")
        html = self._templates.get_template(name).render(
            say=partial(_say, spoken), lang=spoken, tag=LANGS[spoken], other="en" if spoken == "zh" else "zh", base=base,
            token=self._tokens.token(cookie), version=__version__, settings=self._settings,
            verdict=partial(_flip, verdict_word, spoken), severity=partial(_flip, severity_word, spoken),
            mending=partial(_flip, mending_word, spoken), verdict_line=partial(_flip, verdict_line, spoken), **shown,
        )  # fmt: skip
        answer = HTMLResponse(html, status)
        if request.cookies.get(COOKIE) != cookie:
            answer.set_cookie(
                COOKIE, cookie, path=quote(base) or "/", httponly=True, samesite="strict",
                secure=request.url.scheme == "https",
            )  # fmt: skip
        return answer

    def trouble(self, request: Request, key: str, status: int, lang: str = "", **values: object) -> Response:
        """Return a page that says what is wrong and what to do."""
        spoken = lang or self.lang(request)
        head, more = _TROUBLES[key]
        known = {"size": self._settings.size, "most": self._settings.files, **values}
        return self.page(
            request, "trouble.html", spoken, status, head=say(head, spoken, **known), more=say(more, spoken, **known)
        )


def _say(lang: str, key: str, **values: object) -> str:
    return say(key, lang, **values)


def _flip(word: object, lang: str, thing: object) -> str:
    return word(thing, lang)  # type: ignore[operator, no-any-return]  # one of four functions of this shape
