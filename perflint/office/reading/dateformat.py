"""A date of a spreadsheet as its number format prints it: `yyyy"年"m"月"d"日"` → 2023年12月31日."""

from datetime import date, datetime, time, timedelta
from typing import Final

from perflint.pattern import pattern

_TOKEN = pattern(r'"([^"]*)"|\\(.)|\[[^\]]*\]|_.|\*.|(y+|m+|d+|h+|s+|AM/PM|A/P|上午/下午)|(.)', 16 | 2)  # S and I
_QUOTED = pattern(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_MARKS = pattern(r"[ymdhs]", 2)
_ELAPSED = pattern(r"\[[hms]+\]", 2)
# What these western codes stand for where Office speaks Chinese (the system's short date).
_LOCAL: Final = {"mm-dd-yy": "yyyy/m/d", "m/d/yy": "yyyy/m/d", "m/d/yy h:mm": "yyyy/m/d h:mm"}
_WEEKDAYS: Final = "一二三四五六日"
_EPOCHS: Final = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001  # a sheet has no zone
_LAST_SERIAL: Final = 2_958_465  # 9999-12-31


def is_date(code: str) -> bool:
    """Return whether a number format shows dates or times."""
    bare = _QUOTED.sub("", code.partition(";")[0])
    return "general" not in bare.lower() and _MARKS.search(bare) is not None


def from_serial(number: float, *, from_1904: bool) -> datetime | None:
    """Return the date that a serial number stands for, None where it stands for none."""
    if not 0 <= number <= _LAST_SERIAL:
        return None
    return _EPOCHS[from_1904] + timedelta(seconds=round(number * 86_400))


def printed(moment: datetime | date | time, code: str) -> str:
    """Return a date or time as its number format prints it."""
    if isinstance(moment, time):
        moment = datetime.combine(date(1900, 1, 1), moment)
    elif not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    code = code.partition(";")[0]
    tokens = list(_TOKEN.finditer(_LOCAL.get(code.lower(), code)))
    codes = [(token[3] or "").lower() for token in tokens]
    half = any("/" in one for one in codes)
    pieces = []
    for index, token in enumerate(tokens):
        if token[3]:
            pieces.append(_part(moment, _minutes(codes, index), half=half))
        else:
            pieces.append(token[1] or token[2] or (token[4] if token[4] not in {None, "@"} else "") or "")
    return "".join(pieces)


def _minutes(codes: list[str], index: int) -> str:
    """Return the code at an index; `m` after hours or before seconds is minutes, written `n`."""
    code = codes[index]
    if code[0] == "m" and len(code) <= len("mm"):
        before = next((one for one in reversed(codes[:index]) if one), "")
        after = next((one for one in codes[index + 1 :] if one), "")
        if before.startswith("h") or after.startswith("s"):
            return "n" * len(code)
    return code


def _part(moment: datetime, code: str, *, half: bool) -> str:
    hour = (moment.hour % 12 or 12) if half else moment.hour
    values = {"y": moment.year, "m": moment.month, "d": moment.day, "h": hour, "n": moment.minute, "s": moment.second}
    if "/" in code:
        return "上午" if moment.hour < 12 else "下午"  # noqa: PLR2004  # noon
    value = values[code[0]]
    if code[0] == "y":
        return f"{value % 100:02}" if len(code) <= len("yy") else f"{value:04}"
    if code[0] == "d" and len(code) > len("dd"):
        return ("星期" if len(code) > len("ddd") else "周") + _WEEKDAYS[moment.weekday()]
    if code[0] == "m" and len(code) > len("mm"):
        return f"{value}月"
    return f"{value:0{min(len(code), 2)}}"
