"""A web page saved as one file (.mht), as browsers and Word do → paper."""

from email import message_from_bytes
from email.message import Message
from email.policy import compat32

from perflint.office.grid import Paper, Unopened
from perflint.office.reading.webpage import read_web_page


def read_web_archive(data: bytes, name: str) -> Paper:
    """Return the paragraphs and tables of the page in a web archive.

    Raises:
        Unopened: no page is in it, or nothing can be read in that.
    """
    found = message_from_bytes(data, policy=compat32)
    for part in found.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            return read_web_page(_content(part), name)
    raise Unopened(
        "网页存档里没有网页（文件可能不完整）；请用浏览器打开后另存为 .html，再导入",
        "there is no page in this web archive (perhaps it is cut short); open it in a browser, save it as .html, then import",
    )


def _content(part: Message) -> bytes:
    """Return the bytes of a page in UTF-8 where its part names another encoding."""
    raw = part.get_payload(decode=True)
    held = raw if isinstance(raw, bytes) else b""
    charset = part.get_content_charset("")
    if charset in {"", "utf-8", "gb2312", "gbk", "gb18030"}:
        return held
    try:
        return held.decode(charset).encode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return held
