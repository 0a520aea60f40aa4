"""What to do after a text report: one line with the command that mends and the one that explains."""

from collections import Counter
from collections.abc import Iterable

from perflint.judge import Finding, Safety
from perflint.typography import display_width

_WORDS = {
    "zh": {
        "next": "下一步：{}。", "join": "；",
        "safe": "perflint fix{target} 修改可自动修改的", "unsafe": "perflint fix --unsafe-fixes --diff{target} 看建议的修改",
        "import": "perflint import{target} -o tables 转成可修改的表", "explain": "perflint explain {code} 看规则的理由和例子",
        "more": "看更多：", "all": "全部列出", "agencies": "按单位统计", "page": "写成网页",
    },
    "en": {
        "next": "Next: {}.", "join": "; ",
        "safe": "`perflint fix{target}` applies the safe fixes",
        "unsafe": "`perflint fix --unsafe-fixes --diff{target}` shows the proposed changes",
        "import": "`perflint import{target} -o tables` makes tables that can be mended",
        "explain": "`perflint explain {code}` tells why, with examples",
        "more": "To see more:", "all": "lists all", "agencies": "counts by agency", "page": "writes a page",
    },
}  # fmt: skip
_WAYS = {
    "all": "perflint check{target} --max-findings 0",
    "agencies": "perflint check{target} --by agency",
    "page": "perflint report{target} -o review.html",
}
_TABLES = (".yaml", ".yml")


class Following:
    """Looks at the findings of a text report and says what to do next; holds counts, no findings."""

    def __init__(self, target: str | None) -> None:
        """Take what the user named, as it is typed behind a command; None where no command could be repeated."""
        self._target = target
        self._codes: Counter[tuple[int, str]] = Counter()
        self._ways: set[str] = set()

    def look(self, findings: Iterable[Finding]) -> None:
        """Look at all findings that count, shown or not."""
        for finding in findings:
            if finding.suppressed is None:
                self._codes[-finding.severity.rank, finding.code] += 1
                self._ways.add(_way(finding))

    def more(self, lang: str, *, cut: bool) -> str:
        """Return lines that say how to see many findings otherwise; `cut`: not all of them were shown."""
        if self._target is None:
            return ""
        said = _WORDS[lang]
        behind = f" {self._target}" if self._target else ""
        ways = {key: command.format(target=behind) for key, command in _WAYS.items() if cut or key != "all"}
        width = max(map(display_width, ways.values()))
        lines = (f"  {way}{' ' * (width - display_width(way))}  {said[key]}\n" for key, way in ways.items())
        return f"{said['more']}\n{''.join(lines)}"

    def line(self, lang: str) -> str:
        """Return the line, empty where there is nothing to do; explains the commonest of the gravest rules."""
        if self._target is None or not self._codes:
            return ""
        said = _WORDS[lang]
        (_, code), _ = max(self._codes.items(), key=lambda item: (item[0][0], item[1], item[0][1]))
        way = next((said[way] for way in ("safe", "unsafe", "import") if way in self._ways), "")
        behind = f" {self._target}" if self._target else ""
        parts = [part for part in (way.replace("{target}", behind), said["explain"].format(code=code)) if part]
        return said["next"].format(said["join"].join(parts)) + "\n"


def _way(finding: Finding) -> str:
    if not finding.place.path.lower().endswith(_TABLES):
        return "import"
    if finding.fix is None or finding.refusal is not None or finding.fix.safety is Safety.DISPLAY:
        return ""
    return "safe" if finding.fix.safety is Safety.SAFE else "unsafe"
