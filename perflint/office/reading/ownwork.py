"""What perflint itself has written: a review that lies beside the tables it is about is no table."""

import io
import zipfile
from typing import Final

from perflint.office.grid import Paper, Paragraph

REVIEW: Final = "perflint-review"  # the category that reviews have among their properties
REMARKS: Final = "_perflint_remarks"  # the hidden name of the sheet of remarks in a workbook that was annotated
_PROPERTIES: Final = "docProps/core.xml"
_SAID: Final = "（perflint 写出的审核意见，不是绩效目标表，未读入）"


def review_in(data: bytes, members: frozenset[str], name: str) -> Paper | None:
    """Return what is said of a review instead of its content, None where an archive holds another document."""
    if _PROPERTIES not in members:
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if f">{REVIEW}<".encode() not in archive.read(_PROPERTIES):
            return None
    return Paper(name, (Paragraph(_SAID, "文首"),))
