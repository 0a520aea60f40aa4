"""A thing and what is done with it, out of a clause or a row's name: 保障全区路灯3200盏正常运行, 维护路灯数量 (domain: XTB010)."""

from functools import lru_cache

from msgspec import Struct

from perflint.pattern import pattern
from perflint.typography import fold

_LEAD = pattern(
    r"^(?:\d{1,2}[.、)]|[一二三四五]是|并|且|同时|其中|包括|项目(?:实施|建成|完成|投用)后|计划|力争|争取|预计|确保|保证|保障|维持|实现|完成|开展|组织|进行|做好"
    r"|全[年区县市省镇乡城州旗]|本?年(?:内|度)?|城区|城乡|我[市县区]|辖区内?|[将使把让对为]|推动|不断|持续|进一步|所有|全部)"
)
_REACHED = pattern(
    r"(?:达到?|保持在?|稳定在?|维持在?|控制在?|(?:逐步)?(?:提[高升]|上升|下降|降低|压减|压降|增加|增长)[至到]|降[至到]|突破|超过?|不得?[低少高多超大小][于过]|[低高少多大小]于|力争|争取|至少"
    r"|[≥≤><=:]|为|是|共计?|约|全部|所有|全区|全县|全市|在|到|至|要|均)$"
)
_STATE = pattern(
    r"(?:正常|稳定|安全|有序|平稳|持续|完好|有效|良好|高效|运行|运转|运营|使用|可用|开放|在线|亮灯|全覆盖|以[内上下]|左右|及)+$"
)
_KEPT = pattern(r"^(?:确保|保证|保障|维持)")
_COUNTED = pattern(r"(?:数量|总数|数目|规模|面积|里程|长度|总?量|人次|人数|场次|批次)$")
_IDLE = frozenset({"完成", "实现", "开展", "组织", "进行", "提升", "增加"})
_WORDS = (
    "维护", "管护", "运维", "管理", "管养", "养护", "保障", "运行", "惠及", "受益", "覆盖", "服务", "提升", "支持", "推广", "检修", "监测", "收治",
    "开展", "组织", "实施", "新增", "配备", "维修", "改造", "保护", "修复", "收购", "储备", "供应", "招募",
    "发展", "认定", "调解", "审理", "巡护", "管控",
)  # fmt: skip
_ALIKE = (
    frozenset({"维护", "管护", "运维", "管理", "管养", "养护", "保障", "运行"}),
    frozenset({"惠及", "受益", "覆盖", "服务"}),
)


class Phrase(Struct, frozen=True):
    """What is counted, in its possible spellings, and the words for the work on it."""

    things: frozenset[str]
    works: frozenset[str]


@lru_cache(maxsize=4096)
def phrase_of(text: str, actions: tuple[str, ...], after: str = "") -> Phrase:
    """Return the thing and the work that a text names; `after`: what follows its number (18个 → 乡镇)."""
    plain, works = _without_lead(fold(text))
    if after and _STATE.search(fold(after)) and _KEPT.search(fold(text)):
        works |= {"保障"}
    plain = _stripped(plain)
    known = (*actions, *_WORDS)
    thing, found = _without_works(plain, known)
    if not thing and after:
        thing, more = _without_works(_STATE.sub("", fold(after)).removeprefix("的"), known)
        found |= more
    spelled = {thing, _COUNTED.sub("", thing)}
    if thing.endswith("数"):
        spelled |= {thing[:-1], thing[:-2]}  # 农户数, 期数
    rests = [_without_works(each, known) for each in spelled]
    things = frozenset(rest for rest, _ in rests if len(rest) > 1)
    works = frozenset().union(works, found, *(more for _, more in rests)) - _IDLE
    return Phrase(things, works)


def are_one(said: Phrase, named: Phrase) -> bool:
    """Return whether two phrases name one thing and the same work on it."""
    if not said.things & named.things:
        return False
    if said.works & named.works or not (said.works or named.works):
        return True
    return any(said.works & alike and (named.works & alike or not named.works) for alike in _ALIKE)


@lru_cache(maxsize=4096)
def level_name(text: str) -> str:
    """Return the name of a rate or level out of the clause up to its number (将案件超期率控制在 → 案件超期率)."""
    return _stripped(_without_lead(fold(text))[0])


def _without_lead(text: str) -> tuple[str, frozenset[str]]:
    while lead := _LEAD.match(text):
        text = text[lead.end() :]
    return text, frozenset()


def _stripped(text: str) -> str:
    while reached := _REACHED.search(text):
        text = text[: reached.start()]
    return text


def _without_works(text: str, works: tuple[str, ...]) -> tuple[str, frozenset[str]]:
    """Return a text without the words for work at its two ends, and these words."""
    found: set[str] = set()
    while text.startswith(works) or text.endswith(works):
        word = next(work for work in works if text.startswith(work) or text.endswith(work))
        found.add(word)
        text = text.removeprefix(word) if text.startswith(word) else text.removesuffix(word)
    return text, frozenset(found)
