"""Whether the telephone number of a table can be one."""

from perflint.facts.structure.table import TABLE
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING
from perflint.pattern import pattern
from perflint.typography import fold

_APART = pattern(r"[、,，;；/\s]+")
_PLAIN = pattern(r"\+?[\d()（）—–-]+")
_MOBILE = pattern(r"(?:\+?86-?)?1[3-9]\d{9}")
_LANDLINE = pattern(
    r"(?:\+?86-?)?\(?0\d{2,3}\)?-?[1-9]\d{6,7}(?:-\d{1,6})?|[1-9]\d{6,7}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4}"
)
_SERVICE = pattern(r"1[012]\d{1,3}|9[56]\d{3,6}|\d{3,6}")  # 12345, 12315, 96xxx, the exchange of a house
_MASKED = pattern(r"[*×xX…·]")


@TABLE.fact("phone", STRING, zh="联系电话，照录", en="the telephone number as typed")
def phone(view: TableView) -> str:
    return view.text("phone").strip()


@TABLE.fact(
    "phone_possible",
    BOOL,
    zh="联系电话能不能是一个电话号码（手机、座机、服务号码、内线）；没有填、夹有文字的算是",
    en="whether the telephone number can be one (mobile, landline, service number, extension); blank or with words in it counts as such",
)
def phone_possible(view: TableView) -> bool:
    text = fold(view.text("phone")).strip()
    return all(map(_is_possible, filter(None, _APART.split(text))))


@TABLE.fact(
    "phone_masked", BOOL, zh="联系电话是否打了星号、省略号", en="whether the telephone number is masked (138****1234)"
)
def phone_masked(view: TableView) -> bool:
    return _MASKED.search(fold(view.text("phone"))) is not None


def _is_possible(piece: str) -> bool:
    plain = piece.replace("—", "-").replace("–", "-").replace("（", "(").replace("）", ")")
    return not _PLAIN.fullmatch(plain) or any(kind.fullmatch(plain) for kind in (_MOBILE, _LANDLINE, _SERVICE))
