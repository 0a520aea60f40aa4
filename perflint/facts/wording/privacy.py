"""Personal data in a text that is to be made public: telephone, identity and card numbers, names of persons."""

from functools import lru_cache

from perflint.facts.marks import mark_of
from perflint.facts.vocabulary import Mark
from perflint.pattern import pattern

_LONG_NUMBER = pattern(r"(?<![\dA-Za-z.])(?:1[3-9]\d{9}|\d{17}[\dXx]|\d{16,19})(?![\dA-Za-z])")
_MOBILE, _IDENTITY = 11, 18
_CODE_BEFORE = pattern(r"(?:代码|编码|编号|文号|信用|条码)[^\d，。；]{0,6}$")
_PIECE = pattern(r"[^\s、，,；;/（）()：:]+")
_DUTY = pattern(
    r"^(?:负责人|联系人|经办人|责任人|主任|局长|科长|院长|校长|处长)|(?:同志|局长|主任|科长|院长|校长|处长|先生|女士)$"
)
_NAME = pattern(r"[\u4e00-\u9fff·]{2,4}")
_UNIT_TAILS = tuple("局科室处股所站队部办院委会校厂司心组镇乡村县市区园馆台社团厅署行库街道路省位")
_COMPOUND = 2


@lru_cache(maxsize=8192)
def private_numbers(text: str) -> tuple[Mark, ...]:
    """Return the mobile, identity and bank card numbers of a text; codes that are called one are none."""
    return tuple(
        mark_of(hit)
        for hit in _LONG_NUMBER.finditer(text)
        if not _CODE_BEFORE.search(text[max(0, hit.start() - 10) : hit.start()])
    )


def kind_of(number: str) -> tuple[str, str]:
    """Return what a private number is, in both languages."""
    if len(number) == _MOBILE:
        return "手机号码", "mobile number"
    return ("身份证号码", "identity number") if len(number) == _IDENTITY else ("银行卡号", "bank card number")


def masked(number: str) -> str:
    """Return a number with its middle hidden, so that the finding does not publish it again."""
    return number[:3] + "*" * (len(number) - 5) + number[-2:]


@lru_cache(maxsize=4096)
def person_names(text: str, surnames: frozenset[str], *, alone: bool) -> tuple[Mark, ...]:
    """Return what looks like the name of a person in a cell that names a unit or the person in charge.

    Where a name is not expected to stand `alone`, only after a unit: 市管局 戚思国, 机电室（罗某某）.
    """
    found = []
    expected = alone
    for hit in _PIECE.finditer(text):
        name = _DUTY.sub("", hit[0])
        person = _NAME.fullmatch(name) and not name.endswith(_UNIT_TAILS) and _has_surname(name, surnames)
        if person and expected:
            start = hit.start() + hit[0].index(name)
            found.append(Mark(name, start, start + len(name)))
        expected = alone or hit[0].endswith(_UNIT_TAILS)
    return tuple(found)


def _has_surname(name: str, surnames: frozenset[str]) -> bool:
    if name[:_COMPOUND] in surnames:
        return len(name) > _COMPOUND
    return name[0] in surnames and len(name) <= len("欧阳某")
