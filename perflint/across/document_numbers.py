"""Document numbers that the tables of one agency and year write in several ways (domain: §3.10, SRC017)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perflint.across.case import Case, Entry, Mention, each_with_others, grouped
from perflint.across.facts.document_number import DocnumView
from perflint.across.summary import Docnum
from perflint.pattern import pattern
from perflint.typography import fold

_RELATED = 5
_SHORTEST_ISSUER = 2
_PAIR = 2
_BRACKETS = pattern(r"[〔〕【】\[\]()［］（）﹝﹞]")
_IDLE = ("字", "文")
_LEAD = "贯彻落实根据按照依据参照关于执行见详"


class Citing(NamedTuple):
    """A document number in a table."""

    entry: Entry
    docnum: Docnum


def compare_docnums(group: Sequence[Entry]) -> Iterator[Case]:
    """Yield each document number that other tables write otherwise, but for those in the writing that is to be kept."""
    cited = [Citing(entry, docnum) for entry in group for docnum in entry.sheet.docnums]
    for _, same in grouped(cited, lambda citing: (citing.docnum.year, citing.docnum.number)):
        if len(same) >= _PAIR:
            yield from _spellings(same)
            yield from _issuers(same)


def _spellings(same: Sequence[Citing]) -> Iterator[Case]:
    """Yield the numbers of one issuer that tables write in several ways, but for those as they should be."""
    for _, own in grouped(same, lambda citing: _issuer(citing.docnum.issuer)):
        if len({id(citing.entry) for citing in own}) < _PAIR:
            continue
        for citing, others in each_with_others(own, _spelling):
            if fold(citing.docnum.text) != fold(citing.docnum.plain):
                yield _case(citing, others, citing.docnum.plain)


def _spelling(citing: Citing) -> str:
    """Return brackets and number as typed, without blanks: how two writings of one number differ."""
    return fold(citing.docnum.text).removeprefix(citing.docnum.issuer)


def _issuers(same: Sequence[Citing]) -> Iterator[Case]:
    """Yield the numbers whose issuer is written otherwise than most tables write it: with 字, or in another order."""
    for _, own in grouped(same, lambda citing: _letters(citing.docnum.issuer)):
        camps = dict(grouped(own, lambda citing: _issuer(citing.docnum.issuer)))
        if len(camps) < _PAIR or len({id(citing.entry) for citing in own}) < _PAIR:
            continue
        usual = max(camps.values(), key=len)
        for camp in camps.values():
            if camp is not usual:
                for citing in camp:
                    both = "/".join(sorted({_issuer(citing.docnum.issuer), _issuer(usual[0].docnum.issuer)}))
                    shared = f"{both}/{citing.docnum.year}/{citing.docnum.number}"
                    yield _case(citing, usual, usual[0].docnum.plain, shared)


def _issuer(text: str) -> str:
    """Return an issuer without the verb that may stand before it."""
    return text.lstrip(_LEAD) if len(text.lstrip(_LEAD)) >= _SHORTEST_ISSUER else text


def _letters(text: str) -> str:
    """Return what two writings of one issuer have in common: their characters in one order, without 字 and 文."""
    return "".join(sorted(char for char in _issuer(text) if char not in _IDLE))


def _case(citing: Citing, others: Sequence[Citing], plain: str, shared: str = "") -> Case:
    docnum = citing.docnum
    brackets_only = _bare(docnum.text) == _bare(plain)
    view = DocnumView(docnum.text, others[0].docnum.text, others[0].entry.title, plain, brackets_only, docnum.literal)
    cells = tuple(Mention(each.entry, each.docnum.note) for each in others[:_RELATED])
    write = brackets_only and docnum.literal
    return Case(
        "document_number", citing.entry, view, docnum.note, cells, write=write, around=docnum.around, shared=shared
    )


def _bare(text: str) -> str:
    return _BRACKETS.sub("", fold(text))
