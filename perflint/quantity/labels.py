"""The words around a quantity: label, base, modal, noun behind, open ends."""

from msgspec import Struct

from perflint.pattern import pattern
from perflint.quantity.measures import read_base
from perflint.quantity.units import UnitTable
from perflint.quantity.words import ValueWords

_MARKS = "：:，,、(（)）;；\"“”'·-—\n "
_ASIDE = pattern(r"^\([^()]*\)")
_JOINED = pattern(r"^(?:和|及|或|与)[^,，]*$")
_LEADS = pattern(r"^(?:平均)(?=每)")
_NOUN = pattern(r"^(?:[^，,。；;:：\n(]|、)+")
_EMPTY = pattern(r"^(?:之间|整)$")
_OPEN = pattern(r"(?:等等?|…+|\.{3,})$")


class Lead(Struct, frozen=True):
    """What stands before a quantity: its label, its bases (每月), a modal at the very front."""

    label: str
    per: tuple[str, ...] = ()
    modal: str = ""


def read_lead(text: str, words: ValueWords, units: UnitTable) -> Lead:
    """The words before a quantity taken apart."""
    label = text.strip(_MARKS)
    modal = next((each for each in words.lists["modal"] if label.startswith(each)), "")
    label, per = _bases(label.removeprefix(modal), units)
    return Lead(label.strip(_MARKS), per, modal)


def _bases(label: str, units: UnitTable) -> tuple[str, tuple[str, ...]]:
    label = _LEADS.sub("", label)
    per: list[str] = []
    while label.startswith("每"):
        base = read_base(label, 1, units)
        if base is None:
            break
        per.append(base[1])
        label = _JOINED.sub("", label[base[0] :]).lstrip("，,")
    return label, tuple(per)


class Tail(Struct, frozen=True):
    """What stands behind a quantity: a noun, whether the count stays open, what nothing accounts for."""

    noun: str = ""
    open: bool = False
    residue: str = ""


def read_tail(text: str, words: ValueWords) -> Tail:
    """The words behind a quantity taken apart; an aside in brackets is left out."""
    rest = _EMPTY.sub("", _ASIDE.sub("", text).strip("。;； )"))
    if any(rest.endswith(word) for word in words.lists["open_ended_exclude"]):
        return Tail(rest)
    left = _OPEN.sub("", rest)
    opened = left != rest or rest.endswith(("不等", "不确定"))
    found = _NOUN.match(left.removesuffix("不等"))
    noun = found[0] if found else ""
    return Tail(noun.strip("、的+&[]#"), opened, left[len(noun) :].strip(_MARKS))
