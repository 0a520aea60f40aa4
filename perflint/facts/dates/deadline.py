"""Facts about a row's deadline: dates in its value, or a row whose class or name asks for a time."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.dates.written_years import with_digits
from perflint.facts.derived import derived
from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.row import RowView
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.values.split_columns import wordless_number
from perflint.facts.values.vague import timeless
from perflint.facts.vocabulary import BOOL, INT, STRING, Vocabulary
from perflint.pattern import pattern
from perflint.quantity.value import Kind
from perflint.typography import fold

DEADLINE = Vocabulary("deadline", "一行指标的时间要求", "the time that a row asks for")

_TERMS = ("期限", "时限")
_YEAR = pattern(r"(?<![\d〔【\[(])((?:19|20)\d{2})(?:年|[-./]\d{1,2})")
_SPAN = pattern(
    r"((?:19|20)\d{2})(?:年?|[年./]\d{1,2}月?(?:\d{1,2}日)?[底末初]?)起?[-—–~至到]+((?:19|20)\d{2})(?:学?年|[./]\d)"
)
_RELATIVE = pattern(r"(?:较|比|同比|自|从|截至|以来|基数)")
_CARRIED = ("质保", "跨年")
_TIMED = pattern(
    r"\d|[一二三四五六七八九十两半]{1,4}(?:年|个月|月|周|天|日|小时|分钟|季度|次)|每[年月日天周季]|[按逐]月|[按逐]季"
    r"|[月季年]底|[月季年]末|年内|即时|实时|当[日天月]"
    r"|(?:返青|拔节|抽穗|扬花|灌浆|成熟|幼苗|播种|收获|采收|生长|休眠|越冬|汛|枯水|丰水|防火|禁渔|休渔|供暖|采暖)期|[农收]忙|农闲"
    r"|学期|学年|[寒暑]假|暑期|节假日|工作日|双休|周末|假期|期满|届满"
    r"|^[日周旬月季年][\u4e00-\u9fff]{1,3}(?:[、,，][日周旬月季年][\u4e00-\u9fff]{1,3})+$"  # 日巡查、周保养
    r"|日产日清|日清日[结毕]|日清月结|随[到报叫来][随即]|即[来申到收报][即快]|[诉报]即[办应]"  # as soon as it comes
)
_WHOLE_YEAR = pattern(r"(?:本|当)?年(?:度|内)?|本年度内?|年度内|即时")
_ALL_YEAR = pattern(r"全年(?:度|不间断|无休)?|常年|整年|本年度?|(?:20\d\d)?年?全年")
_FOREVER = pattern(r"永久|终身|长期")
_KEPT = ("保管期限", "保存期限", "有效期", "有效期限")  # archives are kept for ever
_LASTS = pattern(
    r"(?:实施|执行|服务|运行|运营|运维|维护|养护|管护|管理|保障|开放|值守|值班|监测|租赁|租用|聘用|合同|项目|工作)(?:期限?|周期|时间|时段|时长)$"
    r"|(?:值守|值班|值勤|执勤|在岗|在线|轮值)$"
)
_HOLDS = pattern(
    r"(?:有效|服务|租赁?|合同|协议|保修|质保|使用|管护|养护|责任|保险|授权|许可|担保|贷款|借款|存续|受益|惠及|经营|承包|优惠|免税|免租|政策(?:执行|实施)?)(?:期限?|年限)(?:届满|到期|终止|截止)?(?:时间|日期)?$"
    r"|到期(?:时间|日期?)?$"
    r"|(?:有效|服务|租赁?|合同|协议|质保|授权|许可|担保|贷款|借款|经营|承包|优惠|政策(?:执行|实施)?)(?:届满|终止|截止)(?:时间|日期?)?$"
)
_WHEN = ("时间", "时限", "期限", "日期")  # 年内 answers them: by the last day of the year
_BY_RULE = pattern(r"[按在].{0,20}(?:要求|规定|时限|期限|进度|计划|安排)")
# Who sets the time, by name or rank: 按省厅通知时限, 按财政部规定的时间节点; 按规定时间 names nobody.
_SET_BY = pattern(
    r"(?:上级|财政部|[\u4e00-\u9fff]{1,10}(?:厅|局|院|委(?!托)|委员会|办|中心|部门?|署|政府|法院|检察院|指挥部|组委会)|《[^》]+》)[^，,。；;]{0,8}?(?:规定|要求|通知|下达|确定|明确|统一|布置|安排|批复|公布|发布|公告)的?"
    r"[^，,。；;]{0,4}?(?:时间|时限|期限|节点|日期)"
)
_NOBODY = pattern(r"(?:相关|有关|各级?)(?:业务|主管|职能)?部门|本[单部]|我[局委办部]")
_BARE_YEAR = pattern(r"20\d\d")
_TITLE = pattern(r"《[^《》]*》")
_DUE = pattern(
    r"(?<!\d)(20\d{2})年(?:0?\d{1,2}月(?:份|底|末|[0-3]?\d[日号])?|(?:年)?[底末]|第?[一二三四]季度末?)(?:以前|之前|前|底前|末前|内)?"
    r"(?:全部|全面|基本)?(?:完成|实现|建成|竣工|完工|支付|拨付|发放|交付|验收|到位|开工|投入使用)"
)
_OF_OLD = ("结转", "遗留", "尾款", "质保", "结算", "决算", "清算", "审计", "以来", "已", "续建", "历年")
_DATED = frozenset({Kind.DEADLINE, Kind.PERIOD, Kind.DATE_RANGE})


class DeadlineView(Struct, frozen=True, dict=True):
    """One row that is about time, with its table."""

    scope: Scope
    table: TableView
    row: RowView
    index: int
    timed: bool

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # a row has one deadline
        """Return the place of the row's value, or of its name where only that names the year of the deadline."""
        return Spot("name" if self.named else "value", records="indicators", index=self.index)

    @derived
    def named(self) -> bool:
        """Whether the year of the deadline stands in the name (2021年11月底前完成支付) and none in the value."""
        return not years_in(asked_in(self.row)) and bool(years_due(self.row.name))

    @derived
    def years(self) -> tuple[int, ...]:
        """The years that the value names, else those of a deadline in the name."""
        return years_in(asked_in(self.row)) or years_due(self.row.name)

    @property
    def last_year(self) -> int:
        """The last of these years, 0 if there is none."""
        return self.years[-1] if self.years else 0


def deadline_views(view: TableView) -> Iterator[DeadlineView]:
    """Yield the rows with a value that are about time: by class, by name, or because the value names a year."""
    for index, row in enumerate(view.rows):
        if row.filled("value"):
            timed = row.class_id == "output.time" or row.name.endswith(_TERMS)
            if timed or years_in(row.text("value")) or years_due(row.name):
                yield DeadlineView(view.scope, view, row, index, timed)


def asked_in(row: RowView) -> str:
    """Return the text of the value, with the unit column of split forms where that says 年."""
    value, unit = row.text("value"), fold(row.text("unit"))
    if row.date_tail:
        return value + row.date_tail
    bare = row.class_id == "output.time" and not unit and _BARE_YEAR.fullmatch(fold(value))
    return f"{value}年" if unit in {"年", "年度"} or bare else value


@lru_cache(maxsize=4096)
def years_due(name: str) -> tuple[int, ...]:
    """Return the years by which something is due, as a name says it (2021年11月30日前完成支付); none of what is only of that year."""
    if "20" not in name:
        return ()
    plain = _TITLE.sub("", fold(name))
    if any(word in plain for word in _OF_OLD):
        return ()
    return tuple(sorted({int(hit[1]) for hit in _DUE.finditer(plain)}))


@lru_cache(maxsize=4096)
def years_in(text: str) -> tuple[int, ...]:
    """Return the years named in a text as 2022年 or 2022-12, those inside a span (2021-2023年) too."""
    if "20" not in text and "19" not in text and "２" not in text and "二" not in text:
        return ()
    plain = with_digits(fold(text))
    years = {int(hit) for hit in _YEAR.findall(plain)}
    for first, last in _SPAN.findall(plain):
        years.update(range(int(first), min(int(last), int(first) + 50) + 1))
    return tuple(sorted(years))


@DEADLINE.fact("indicator", STRING, zh="指标名称", en="name of the indicator")
def indicator(deadline: DeadlineView) -> str:
    return deadline.row.text("name").strip()


@DEADLINE.fact(
    "text",
    STRING,
    zh="指标值，照录；日期分写在单位栏的连同单位",
    en="the value as typed, with the unit column where a date goes on there",
)
def text(deadline: DeadlineView) -> str:
    return deadline.row.text("value").strip() + deadline.row.date_tail


@DEADLINE.fact(
    "timed", BOOL, zh="是否时效指标，或名称要求期限、时限", en="whether the class or the name asks for a time"
)
def timed(deadline: DeadlineView) -> bool:
    return deadline.timed


@DEADLINE.fact(
    "vague",
    BOOL,
    zh="是否只有“及时”“按要求”之类，没有日期、时长、频次或比率",
    en="whether there are only words such as 及时, without date, duration, frequency or rate",
)
def vague(deadline: DeadlineView) -> bool:
    plain = fold(deadline.row.text("value")).rstrip("。")
    if _ALL_YEAR.fullmatch(plain) and _LASTS.search(deadline.row.name):
        return False
    if _FOREVER.fullmatch(plain) and deadline.row.name.endswith(_KEPT):
        return False
    if _WHOLE_YEAR.fullmatch(plain):
        return not (plain.endswith("年内") and deadline.row.name.endswith(_WHEN))
    if _TIMED.search(plain) or deadline.row.value.kind is Kind.PLACEHOLDER:
        return False
    words = deadline.scope.knowledge.lexicon.words("vague.time")
    return bool(_BY_RULE.search(plain)) or any(word in plain for word in words) or timeless(deadline.row)


@DEADLINE.fact(
    "number_declared",
    BOOL,
    zh="是否填为定量而没有数",
    en="whether the row is declared 定量 and has no number",
)
def number_declared(deadline: DeadlineView) -> bool:
    return wordless_number(deadline.row)


@DEADLINE.fact(
    "set_outside",
    BOOL,
    zh="时间是否由写明的上级、部门或文件规定（按省厅通知时限）",
    en="whether a named body or document sets the time (按省厅通知时限)",
)
def set_outside(deadline: DeadlineView) -> bool:
    plain = fold(deadline.row.text("value"))
    return _SET_BY.search(plain) is not None and _NOBODY.search(plain) is None


@DEADLINE.fact(
    "year",
    INT,
    zh="期限的年份（取最后一个），没有写年份为 0",
    en="year of the deadline (the last named), 0 where none is named",
)
def year(deadline: DeadlineView) -> int:
    return deadline.last_year


@DEADLINE.fact("dated", BOOL, zh="指标值是否日期、期限或时段", en="whether the value is a date, a deadline or a period")
def dated(deadline: DeadlineView) -> bool:
    plain = fold(deadline.row.text("value"))
    if deadline.named:
        return True
    return not _RELATIVE.search(plain) and (deadline.timed or deadline.row.value.kind in _DATED)


@DEADLINE.fact("in_year", BOOL, zh="写明的年份里是否有预算年度", en="whether the budget year is among the years named")
def in_year(deadline: DeadlineView) -> bool:
    return deadline.scope.year in deadline.years


@DEADLINE.fact("midterm", BOOL, zh="是否中长期指标", en="whether it is a mid-term indicator")
def midterm(deadline: DeadlineView) -> bool:
    return deadline.row.midterm


@DEADLINE.fact(
    "said",
    STRING,
    zh="写明年份的原文：指标值，或名称",
    en="the text that names the year: the value, or the name",
)
def said(deadline: DeadlineView) -> str:
    return deadline.row.text("name").strip() if deadline.named else asked_in(deadline.row).strip()


@DEADLINE.fact("spanned", BOOL, zh="项目起止年限是否包括该年份", en="whether the term of the project spans the year")
def spanned(deadline: DeadlineView) -> bool:
    view = deadline.table
    period = (view.text("project.period"), view.text("project.period.start"), view.text("project.period.end"))
    years = [named for cell in period for named in years_in(cell if "年" in cell or "-" in cell else f"{cell}年")]
    return bool(years) and min(years) <= deadline.last_year <= max(years)


@DEADLINE.fact(
    "carried", BOOL, zh="是否结转、跨年、质保一类", en="whether it is about money carried over, a warranty or the like"
)
def carried(deadline: DeadlineView) -> bool:
    spoken = fold(deadline.table.text("project.name") + deadline.row.text("name") + deadline.row.text("value"))
    return any(word in spoken for word in (*deadline.scope.knowledge.lexicon.words("words.carry_over"), *_CARRIED))


@DEADLINE.fact(
    "several_years",
    BOOL,
    zh="是否跨年项目、结转资金",
    en="whether the project runs over several years or its money is carried over",
)
def several_years(deadline: DeadlineView) -> bool:
    return carried(deadline) or spanned(deadline)


@DEADLINE.fact(
    "holds_until",
    BOOL,
    zh="名称是否说的是到哪一天为止有效（政策有效期、合同期、质保期、租期等），不是要在那天完成",
    en="whether the name says until when something holds (政策有效期, 合同期, 质保期, 租期), not by when it is to be done",
)
def holds_until(deadline: DeadlineView) -> bool:
    return _HOLDS.search(deadline.row.name) is not None


SUBJECTS = (SubjectKind(DEADLINE, in_table=deadline_views),)
