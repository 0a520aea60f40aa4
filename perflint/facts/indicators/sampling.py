"""Facts about a pass rate of sampling among the quality rows of a table, and whether the project itself inspects (TAX021)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.direction import plain_name
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary
from perflint.typography import fold

SAMPLING = Vocabulary("sampling", "列为质量指标的抽检合格率", "a pass rate of sampling filed as quality")

_RATES = ("抽检合格率", "抽查合格率", "检验合格率", "检测合格率")
_INSPECTING = ("抽检", "抽查", "检验", "检测", "检定", "监管", "监督", "监测")
_CELLS = ("project.name", "project.purpose", "goals.annual")


class SamplingView(Struct, frozen=True):
    """One quality row whose name is a pass rate of sampling, in its table."""

    scope: Scope
    index: int
    name: str
    inspecting: bool

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # the name is what is filed wrongly
        """Return the place of the name."""
        return Spot("name", records="indicators", index=self.index)


def sampling_views(view: TableView) -> Iterator[SamplingView]:
    """Yield the quality rows whose name is a pass rate of sampling."""
    for index, row in enumerate(view.rows):
        if row.name.endswith("合格率") and row.class_id == "output.quality":
            plain = plain_name(row.text("name"))
            if plain.endswith(_RATES) and "验收" not in plain:
                yield SamplingView(view.scope, index, row.text("name").strip(), _inspects(view))


def _inspects(view: TableView) -> bool:
    told = "".join(fold(view.text(cell)) for cell in _CELLS)
    return any(word in told for word in _INSPECTING)


@SAMPLING.fact("name", STRING, zh="指标名称", en="name of the indicator")
def name(sampling: SamplingView) -> str:
    return sampling.name


@SAMPLING.fact("inspecting", BOOL, zh="项目本身是否做抽检、检验", en="whether the project itself samples or inspects")
def inspecting(sampling: SamplingView) -> bool:
    return sampling.inspecting


SUBJECTS = (SubjectKind(SAMPLING, in_table=sampling_views),)
