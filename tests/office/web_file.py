"""Forms as web pages, as bureaus publish them: GB2312 or UTF-8, rowspan and colspan, boxes as inputs."""

import html
from collections.abc import Sequence
from pathlib import Path

from tests.office.leaf import C, Lines, PageBreak, Part


def write_web_page(path: Path, parts: Sequence[Part], charset: str = "gbk") -> None:
    """Write an .html in a charset, which its head names."""
    body = "\n".join(_part(part) for part in parts)
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    page = f"<html><head>{meta}<title>公开</title></head>\n<body>{body}\n</body></html>"
    path.write_bytes(page.encode(charset, "xmlcharrefreplace"))


def _part(part: Part) -> str:
    if isinstance(part, Lines):
        rows = "\n".join(f"<tr>{''.join(_cell(cell) for cell in row)}</tr>" for row in part.rows)
        return f'<table border="1">\n{rows}\n</table>'
    return "<hr>" if isinstance(part, PageBreak) else f"<p>{html.escape(part)}</p>"


def _cell(cell: C) -> str:
    text = html.escape(cell.text).replace("\n", "<br>")
    text = text.replace("☑", '<input type="checkbox" checked>').replace("☐", '<input type="checkbox">')
    spans = f' colspan="{cell.cols}"' * (cell.cols > 1) + f' rowspan="{cell.rows}"' * (cell.rows > 1)
    return f"<td{spans}><p><span>{text or '&nbsp;'}</span></p></td>"
