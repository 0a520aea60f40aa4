"""Facts about names that are a bad event and nothing else (安全责任事故, 森林火灾): no count, no work on it, no reduction."""

from perflint.facts.direction import plain_name
from perflint.facts.indicators.indicator import INDICATOR
from perflint.facts.row import RowView
from perflint.facts.vocabulary import BOOL
from perflint.pattern import pattern
from perflint.typography import fold

_EVENT = pattern(
    r"(?:事故|火灾|(?:群体性|中毒|污染|泄密|失密|网络安全|信息安全|公共卫生|食品安全|安全生产|伤亡|伤害|欺凌|踩踏|溺水|溺亡|恐怖|极端|责任|违纪|违法|恶性|舆情)事件|(?:重大|负面|突发|恶性|网络)舆情)(?:发生)?$"
)
# Work on events, or fewer of them: what follows counts what is done.
_WORKED_ON = pattern(
    r"应急|演练|防[范止火控治]|预防|处[置理]|调查|查[办处]|办[理结]|救[援助治]|扑[救灭]|化解|调[处解]|减|降|压|遏制|控制|杜绝|避免|消除|[无零未不]|排查|认定|鉴定|勘[查验]|审理"
    r"|侦[破查]|破获|打击|整治|整改|受理|赔|理赔|定损|接[报警处]|应对|监测|研判|宣传|教育|培训|警示|保险|模拟|典型|分析|统计|上报|报告|补[偿助]|抢[险修]|出警|清[理除]|率"
)
_COUNTED = frozenset({"output.quantity"})


@INDICATOR.fact(
    "event_named",
    BOOL,
    zh="名称是否就是一件坏事（安全责任事故、森林火灾），不是数量指标，也没有说处理、减少它",
    en="whether the name is a bad event alone (安全责任事故, 森林火灾), not filed under quantity, with no word of work on it",
)
def event_named(row: RowView) -> bool:
    if row.class_id in _COUNTED or not _EVENT.search(plain_name(row.text("name"))):
        return False
    told = row.name + fold(row.text("description")) + fold(row.text("formula"))
    return not _WORKED_ON.search(told)
