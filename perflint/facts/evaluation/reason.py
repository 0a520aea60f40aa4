"""Whether a cell for the reason of a deviation gives one."""

from functools import lru_cache

from perflint.pattern import pattern
from perflint.typography import fold

_IDLE = pattern(r"(?:无偏差|没有偏差|已?完成|无|没有|不适用|[-—–/\\0.。、;；,，\s])*")


@lru_cache(maxsize=2048)
def gives_reason(text: str) -> bool:
    """Return whether a text says anything but 无, a stroke, 0 or 已完成."""
    return _IDLE.fullmatch(fold(text)) is None
