"""Files of a folder that are not looked at by themselves and seem to hold a target table: CSV, Markdown, pages, texts."""

import re
from pathlib import Path, PurePath

from perflint.pattern import pattern
from perflint.regular import read_head

_TEXTS = (".csv", ".tsv", ".md", ".txt", ".html", ".htm")
_OTHERS = (".rtf", ".pdf", ".mht", ".mhtml", ".xml")
_NAMED = ("绩效目标", "目标表", "自评表", "绩效自评", "绩效监控")
# Headings that are a whole cell: between commas, tabs, bars, quotes or tags, or alone in their line.
_CELL = r"(?:^|[,\t|>\"])[ *]*(?:{})[ *]*(?:$|[,\t|<\"\r(（])"
_NAMES = pattern(_CELL.format("[一二三]级指标|指标名称|绩效指标"), re.MULTILINE)
_VALUES = pattern(_CELL.format("(?:年度|全年|预期)?(?:指标值|目标值)"), re.MULTILINE)
_OWN = b"perflint"  # what speaks of this program is a report or a page about tables
_HEAD = 64 * 1024


def seems_table(path: Path) -> bool:
    """Return whether a file that a folder is not searched for seems to hold a target table, by its first words or its name."""
    suffix = PurePath(path.name).suffix.lower()
    if suffix in _OTHERS:
        return any(word in path.name for word in _NAMED)
    return suffix in _TEXTS and _has_headings(path)


def _has_headings(path: Path) -> bool:
    try:
        head = read_head(path, _HEAD)
    except OSError:
        return False
    if _OWN in head.lower():
        return False
    texts = [head.decode(codec, "ignore") for codec in ("utf-8", "gb18030", "utf-16-le")]
    return any(_NAMES.search(text) and _VALUES.search(text) for text in texts)
