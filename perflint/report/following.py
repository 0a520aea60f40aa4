"""What to do after a text report: one line with the command that mends and the one that explains."""

from collections import Counter
from collections.abc import Iterable, Iterator

from perflint.judge import Finding, Safety

_WORDS = {
    "zh": {
        "next": "下一步：{}。", "join": "；",
        "safe": "perflint fix{target} 修改可自动修改的", "unsafe": "perflint fix --unsafe-fixes --diff{target} 看建议的修改",
        "import": "perflint import{target} -o tables 转成可修改的表", "explain": "perflint explain {code} 看规则的理由和例子",
    },
    "en": {
        "next": "Next: {}.", "join": "; ",
        "safe": "`perflint fix{target}` applies the safe fixes",
        "unsafe": "`perflint fix --unsafe-fixes --diff{target}` shows the proposed changes",
        "import": "`perflint import{target} -o tables` makes tables that can be mended",
        "explain": "`perflint explain {code}` tells why, with examples",
    },
}  # fmt: skip
_TABLES = (".yaml", ".yml")


class Following:
    """Watches the findings of a text report go by and says what to do next; holds counts, no findings."""

    def __init__(self, target: str | None) -> None:
        """Take what the user named, as it is typed behind a command; None where no command could be repeated."""
        self._target = target
        self._codes: Counter[tuple[int, str]] = Counter()
        self._ways: set[str] = set()

    def watch(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings as they are."""
        for finding in findings:
            if finding.suppressed is None:
                self._codes[-finding.severity.rank, finding.code] += 1
                self._ways.add(_way(finding))
            yield finding

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
