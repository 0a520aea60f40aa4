"""Facts about the first-level classes of a table that has a frame of its own."""

from collections.abc import Iterator

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import STRING, Vocabulary
from perflint.typography import fold

FRAME = Vocabulary(
    "frame", "表中自成一套的一级指标：每张表一处", "first-level classes of a frame of its own: one a table"
)


class FrameView(Struct, frozen=True):
    """The first-level labels of a table that are in no national frame, each once, and the first row that has one."""

    scope: Scope
    names: tuple[str, ...]
    index: int

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # the first label stands for all
        """Return the first such label."""
        return Spot("level1", records="indicators", index=self.index)


def frame_views(view: TableView) -> Iterator[FrameView]:
    """Yield the frame of a table that has its own."""
    if not view.scope.own_frame or not view.scope.levels:
        return
    printed = {fold(name) for name in view.scope.level_names}
    own = [
        (index, row.text("level1").strip())
        for index, row in enumerate(view.rows)
        if row.level1 is None and row.filled("level1") and fold(row.text("level1")) not in printed
    ]
    if own:
        yield FrameView(view.scope, tuple(dict.fromkeys(label for _, label in own)), own[0][0])


@FRAME.fact("labels", STRING, zh="这些一级指标，各一个", en="these first-level labels, each once")
def labels(frame: FrameView) -> str:
    return "、".join(f"“{name}”" for name in frame.names)


SUBJECTS = (SubjectKind(FRAME, in_table=frame_views),)
