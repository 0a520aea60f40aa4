"""Facts about a document number that the tables of one agency and year write in several ways (domain: §3.10, SRC017)."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary

DOCNUM = Vocabulary(
    "document_number",
    "同一批表里写法不一致的一处文号",
    "a document number that the tables of a bundle write in several ways",
)


class DocnumView(Struct, frozen=True):
    """A document number as typed, as another table types it, and as it should be."""

    text: str
    other: str
    other_table: str
    plain: str
    brackets_only: bool
    literal: bool

    def spot(self, at: str) -> Spot:
        """Return the cell that a rule marks: the document number."""
        return Spot(at)


DOCNUM.attribute("text", STRING, zh="文号，照录", en="the document number as typed")
DOCNUM.attribute("other", STRING, zh="另一张表的写法", en="as another table types it")
DOCNUM.attribute("other_table", STRING, zh="另一张表的项目名称", en="project name of the other table")
DOCNUM.attribute("plain", STRING, zh="统一后的写法", en="the writing to use")
DOCNUM.attribute(
    "brackets_only", BOOL, zh="是否只有括号（或空格、“第”字）不同", en="whether only brackets, blanks or 第 differ"
)
DOCNUM.attribute("literal", BOOL, zh="能否在原文里直接替换", en="whether it can be replaced in the file as it stands")


SUBJECTS = (SubjectKind(DOCNUM, places=("docnum",)),)
