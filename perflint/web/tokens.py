"""The token that forms of the page carry, and the cookie that it goes with."""

import hashlib
import hmac
import secrets

from starlette.requests import Request

COOKIE = "perflint"


class Tokens:
    """Forms of the page carry a token that only its own cookie goes with."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)

    def cookie(self, request: Request) -> str:
        """Return the browser's cookie, a new one where it has none."""
        held = request.cookies.get(COOKIE, "")
        return held if held.isascii() and len(held) == len(secrets.token_urlsafe(24)) else secrets.token_urlsafe(24)

    def token(self, cookie: str) -> str:
        """Return the token for a cookie."""
        return hmac.new(self._secret, cookie.encode(), hashlib.sha256).hexdigest()

    def fits(self, request: Request, token: object) -> bool:
        """Return whether a form came with the token of the browser's cookie."""
        held = request.cookies.get(COOKIE, "")
        return isinstance(token, str) and token.isascii() and hmac.compare_digest(self.token(held), token)
