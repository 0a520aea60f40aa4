"""Facts about times by their name: waited for, so that shorter is better, or kept, so that longer is (DIR010)."""

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern
from perflint.typography import fold

# What is kept open for others (每日办理时间, 征求意见反馈时间), or free of what is named (无中断时间): the longer the better, or given.
_OFFERED = pattern(
    r"每[日天周]|热线|窗口|值班|开放|征[求集]|公示|延时|错时|午间|夜间|公告|听证|异议|质疑|申诉|报名|申报|意见|[招投]标|文件|[无未免零]|不(?!动产)"
)
# 处理, 恢复 and the like are also what is done to a material or a patient (污泥好氧处理时间): waited for where something asks for it.
_TREATED = pattern(r"(?:处理|恢复|维修|处置|修复|切换|流转|转运)$")
_ASKED_FOR = pattern(
    r"故障|问题|投诉|诉求|案件|工单|申请|业务|事项|请求|报修|抢险|险情|灾情|突发|应急|事[件故]|舆情|供[水电气热暖]|通[信讯]|网络|系统|设备|交通|服务|路面"
)
_VERB = 2  # characters: a verb, without what it is done to
_KEPT = pattern(r"(?:质保|保修|质量保证)(?:期限?|年限|时限)$|使用寿命$")
_TIME_TAIL = pattern(r"(?:所需|平均|最长)?(?:的)?(?:时间|时长|时限|用时|耗时|天数)$")
_SHORTENED = pattern(r"缩短|减少|压缩|压减|降低|节约|节省|延长|增加")


@INDICATOR.fact("wait", BOOL, zh="是否越短越好的时间", en="whether it is a time that is better when shorter")
def wait(row: RowView) -> bool:
    return _is_time(row, "durations_less_is_better") or _is_wait(row)


@INDICATOR.fact("lasting", BOOL, zh="是否越长越好的时间", en="whether it is a time that is better when longer")
def lasting(row: RowView) -> bool:
    return _is_time(row, "durations_more_is_better") or _is_kept(row)


def _is_kept(row: RowView) -> bool:
    """Return whether the name is a span for which something is warranted or usable (质保年限, 保修期限, 使用寿命)."""
    return _KEPT.search(plain_name(row.text("name"))) is not None


def _is_wait(row: RowView) -> bool:
    """Return whether the name is a time for something that is waited for (交付时间, 修复时长), and no change of it."""
    name = plain_name(row.text("name"))
    stem = _TIME_TAIL.sub("", name)
    waited = stem != name and stem.endswith(row.scope.knowledge.directions.words("waits"))
    if not waited or _OFFERED.search(stem) or _SHORTENED.search(name + fold(row.text("value"))):
        return False
    return len(stem) <= _VERB or _ASKED_FOR.search(stem) is not None or _TREATED.search(stem) is None


def _is_time(row: RowView, listed: str) -> bool:
    """Return whether the name ends with a listed time, and nothing is said of a change of it."""
    name = plain_name(row.text("name"))
    if not name.endswith(row.scope.knowledge.directions.words(listed)):
        return False
    return not _SHORTENED.search(name + fold(row.text("value")))
