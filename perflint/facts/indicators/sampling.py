"""Facts about a pass rate of sampling among the quality rows of a table, and what the project is about (TAX021)."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.direction import plain_name
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import STRING, Vocabulary
from perflint.typography import fold

SAMPLING = Vocabulary("sampling", "列为质量指标的抽检合格率", "a pass rate of sampling filed as quality")

_RATES = ("抽检合格率", "抽查合格率", "检验合格率", "检测合格率")
_CELLS = ("project.name", "project.purpose", "goals.annual")


class SamplingView(Struct, frozen=True):
    """One quality row whose name is a pass rate of sampling, with what the table says of its project."""

    scope: Scope
    index: int
    name: str
    project: str

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # the name is what is filed wrongly
        """Return the place of the name."""
        return Spot("name", records="indicators", index=self.index)


def sampling_views(view: TableView) -> Iterator[SamplingView]:
    """Yield the quality rows whose name is a pass rate of sampling."""
    for index, row in enumerate(view.rows):
        if row.name.endswith("合格率") and row.class_id == "output.quality":
            plain = plain_name(row.text("name"))
            if plain.endswith(_RATES) and "验收" not in plain:
                yield SamplingView(view.scope, index, row.text("name").strip(), _told(view))


def _told(view: TableView) -> str:
    return "".join(fold(view.text(cell)) for cell in _CELLS)


@SAMPLING.fact("name", STRING, zh="指标名称", en="name of the indicator")
def name(sampling: SamplingView) -> str:
    return sampling.name


SAMPLING.attribute(
    "project",
    STRING,
    zh="项目名称、用途和年度目标连在一起，半角、不含空白",
    en="name, purpose and annual goal of the project in one, in half width and without blanks",
)


SUBJECTS = (SubjectKind(SAMPLING, in_table=sampling_views),)
