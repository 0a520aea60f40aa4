"""Another county than the agency's in a text of its table (卢龙县水务局: 使青龙县农村人口…)."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.data import Lexicon
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.prose import Prose
from perflint.facts.spot import Spot
from perflint.facts.table_name import name_of
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import STRING, Vocabulary
from perflint.pattern import pattern

PLACE = Vocabulary(
    "place", "文字里的另一个县（市、旗）", "another county, banner or city of county rank in a text of the table"
)

_END = pattern(r"[县市旗]")
_OWN = pattern(
    r"^(?:[\u4e00-\u9fff]{2,7}(?:省|自治区))?(?:[\u4e00-\u9fff]{2,6}?[市州盟])?(?P<own>[\u4e00-\u9fff]{2,12}?(?:县|旗|区)(?!域))"
)
# The other county is named for a reason: worked with, compared with, on the way, of a firm or a school, one of several.
_REASON = pattern(
    r"交界|接壤|毗邻|邻近|对口|协作|帮扶|支援|援建|结对|考察|学习|借鉴|参照|参考|外地|外县|流域|公司|企业|大学|学院|医院|工厂|产业园|移民|迁入|异地|先进|经验|模式|交流|案例|流入|共建"
)
_BEFORE = pattern(r"[与同和及、至到往返跨邻自原从—–~～-][\u4e00-\u9fff]?$")
_AFTER = pattern(r"^(?:[、和与及至到—–~～-]|等|籍|交|线|段|方向|路|河)")
_AROUND = 10  # characters on either side in which a reason stands
_SHORTEST, _LONGEST = 3, 12
_HEADS = ("project.name", "implementer", "supervisor.name", "supervisor")
_FOLLOWED = "场民政区容级直价长值际"  # 市场, 市民: no city


class PlaceView(Struct, frozen=True):
    """A county that is not the agency's, where it stands in a text."""

    scope: Scope
    text: str
    own: str
    place: Spot

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # it stands in one place
        """Return the place of the text."""
        return self.place


@lru_cache(maxsize=8)
def _counties(lexicon: Lexicon) -> frozenset[str]:
    names = lexicon.words("places.counties")
    short = (f"{name[:2]}县" for name in names if name.endswith("自治县"))  # 青龙县: 青龙满族自治县
    return frozenset((*names, *short))


def named_in(text: str, counties: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """Yield the counties that a text names, the longest name at each end, with its place."""
    for hit in _END.finditer(text):
        end = hit.end()
        if text[hit.start()] == "市" and text[end : end + 1] in _FOLLOWED and end < len(text):
            continue
        starts = range(max(end - _LONGEST, 0), end - _SHORTEST + 1)
        start = next((at for at in starts if text[at:end] in counties), -1)
        if start >= 0:
            yield text[start:end], start, end


def own_county(agency: str, counties: frozenset[str]) -> str:
    """Return the county, district or city of county rank that an agency's name opens with, "" if it is none."""
    found = [name for name, _, _ in named_in(agency, counties)]
    hit = _OWN.search(agency)
    return found[0] if found else hit["own"] if hit else ""


def place_views(view: TableView) -> Iterator[PlaceView]:
    """Yield the first other county of each text, where the agency is of one county and no text gives a reason for another."""
    counties = _counties(view.scope.knowledge.lexicon)
    own = own_county(name_of(view).agency, counties)
    known = view.text("project.name") + view.text("agency.name") + view.text("agency")
    if not own or any(name != own for name, _, _ in named_in(known, counties)):
        return
    for cell in _texts(view):
        if own not in cell.text:
            yield from _others(view, cell, own, counties)


def _others(view: TableView, cell: Prose, own: str, counties: frozenset[str]) -> Iterator[PlaceView]:
    for name, start, end in named_in(cell.text, counties):
        if name[:2] != own[:2] and not _is_reasoned(cell.text[max(start - _AROUND, 0) : start], cell.text[end:]):
            yield PlaceView(view.scope, name, own, cell.place)
            return


def _is_reasoned(before: str, after: str) -> bool:
    """Return whether the words around another county say what it has to do with the table."""
    around = f"{before}|{after[:_AROUND]}"
    return any((_REASON.search(around), _BEFORE.search(before), _AFTER.search(after)))


def _texts(view: TableView) -> Iterator[Prose]:
    yield from view.prose_and(*_HEADS)
    for index, row in enumerate(view.rows):
        for cell in row.prose:
            yield Prose(cell.field, Spot(cell.field, records="indicators", index=index), cell.text)


@PLACE.fact(
    "text",
    STRING,
    zh="另一个县（市、旗）的名称。只在预算单位属于一个县、同一格没有写本县、前后没有“与、至、对口、学习、公司”等缘由时才算；区名不看",
    en="its name. Only where the agency is of one county, the cell does not name that too, and nothing around gives a reason (与, 至, 对口, 学习); "
    "districts are not looked at",
)
def text(view: PlaceView) -> str:
    return view.text


@PLACE.fact("own", STRING, zh="预算单位所在的县（市、区、旗）", en="the county or district of the agency")
def own(view: PlaceView) -> str:
    return view.own


SUBJECTS = (SubjectKind(PLACE, in_table=place_views),)
