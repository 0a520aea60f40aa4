"""Facts about the annual goal as a text: its length, whether it says anything that can be measured, how much of it is slogan."""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.knowledge import Scope
from perflint.facts.masks import is_unwritten
from perflint.facts.spot import Spot
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, DOUBLE, STRING, Vocabulary
from perflint.facts.wording.clauses import clauses, without_idle_numbers
from perflint.facts.wording.wordlists import wordlists
from perflint.pattern import pattern
from perflint.typography import fold

GOAL = Vocabulary("goal", "年度绩效目标的文字（填了才有）", "the text of the annual goal (where there is one)")

_DIGIT = pattern(r"\d")
_COUNT = pattern(
    r"[一二两三四五六七八九十百千万]{1,4}(?:个|次|座|所|条|家|名|台|套|场|项|处|栋|幢|件|份|期|辆|间|人|户|公里|亩|批次)"
)
_IDLE_COUNT = pattern(
    r"一(?:个|项|次性|条|家|名|人|期|件|处)|三[农公]|[两三四五六八九]个(?:维护|意识|自信|确保|服务|坚持)|千家万户|万户"
)
_ABSOLUTE = pattern(
    r"不发生|未发生|不出现|杜绝|零(?:事故|投诉|差错|容忍|发生|伤亡|死亡|失误|上访|感染|报告)|无(?:重大|重特大|较大|安全|责任|事故|投诉|差错|伤亡|违|新增|上访|拖欠)"
    r"|全覆盖|全部|足额|全额|应[\u4e00-\u9fff]尽[\u4e00-\u9fff]|百分之|一倍|翻番|翻一番|过半|减半|一半|(?:村村|户户|组组)通|第[\d一二三四五六七八九十]{1,4}届"
)
_ORDINAL = pattern(r"第[一二三四五六七八九十百]{1,4}[次届条期批个项轮]|《[^《》]{0,200}》")
_BUILT = "建设|改造|新建|改扩建|扩建|修建|修缮|维修|采购|购置|安装|编制|制定|修订|验收|搬迁|搭建|开发|装修|整修|加固|拆除|征收|布展|竣工|投入使用"
_PRODUCT = pattern(
    rf"(?:完成|实现|启动|开工|建成|新建|建立|购置|采购|编制|出版|印发|出台|制定|修订)[^，。；]{{0,40}}?(?:{_BUILT}|工程|平台|系统|数据库|大楼|中心|基地|学校|医院|道路|公路|桥|管网|设备|车辆|规划|《)"
    r"|(?:更新|更换|添置|增添|增设|配备|配置|配齐|购买|租赁)[^，。；]{0,40}?(?:设备|设施|器材|器械|仪器|服装|道具|图书|车辆|家具|课桌|软件|展品)"
    rf"|《[^《》]{1, 200}》(?:的)?(?:编制|修订|印发|出台)"
    rf"|(?:楼|桥|路|站|厂|场|馆|院|校|库|渠|堤|坝|管网|管道|系统|平台|工程|设备)[^，。；]{{0,6}}(?:{_BUILT})"
    r"|正式(?:招生|开学|运营|启用|开放|投用|投产|上线|挂牌|开通|营业)|建成投[用产]|投入(?:使用|运营)|全线通车|竣工验收|通过(?:国家|省|市|部|[A-Z]{2,})[^，。；]{1,18}(?:复审|评审|验收|评估|认证|复核|复评|鉴定|测评)(?=[，。；、,;并]|$)"
    r"|(?:取得|获得|获批|获评)[^，。；]{2,20}(?:证书|认可|资质|许可|称号|批复|认定|授牌)"
    r"|完成[^，。；]{2,30}(?:合龙|普查|清查|确权|换届|划定|测绘|勘界|封顶|通车|移交|招标)"
)


class GoalView(Struct, frozen=True):
    """The annual goal of a table."""

    scope: Scope
    text: str
    project: str = ""

    def spot(self, at: str) -> Spot:  # noqa: ARG002  # the goal stands in one cell
        """Return the place of the goal."""
        return Spot("goals.annual")


def goal_views(view: TableView) -> Iterator[GoalView]:
    """Yield the annual goal, if it is filled."""
    if view.filled("goals.annual"):
        yield GoalView(view.scope, view.text("goals.annual"), view.text("project.name"))


@lru_cache(maxsize=2048)
def has_measure(text: str) -> bool:
    """Return whether a goal has a number that measures, an absolute (不发生, 全覆盖), or names what will be there at its end.

    List numbers, bare years, document numbers and hotlines measure nothing.
    """
    plain = _ORDINAL.sub("", without_idle_numbers(text))
    if _DIGIT.search(plain) or _ABSOLUTE.search(text) or _PRODUCT.search(text):
        return True
    return _COUNT.search(_IDLE_COUNT.sub("", plain)) is not None


@GOAL.fact(
    "measured",
    BOOL,
    zh="有没有数字、“不发生”之类的底线或具体的成果",
    en="whether it has a number, an absolute or a product",
)
def measured(goal: GoalView) -> bool:
    return has_measure(goal.text)


@GOAL.fact(
    "unwritten",
    BOOL,
    zh="是否只有“无”“待定”之类的占位符，或还是模板的提示（由 STR012 说）",
    en="whether it is a placeholder such as 无 or 待定, or what the form asks for (STR012 tells)",
)
def unwritten(goal: GoalView) -> bool:
    words = goal.scope.knowledge.lexicon.words("value_words.placeholder")
    return is_unwritten(goal.text, words)


@GOAL.fact("text", STRING, zh="目标，照录", en="the goal as typed")
def text(goal: GoalView) -> str:
    return goal.text.strip()


@GOAL.fact("beginning", STRING, zh="目标的开头二十字", en="its first twenty characters")
def beginning(goal: GoalView) -> str:
    plain = " ".join(goal.text.split())
    return plain if len(plain) <= 20 else f"{plain[:20]}…"  # noqa: PLR2004  # as the fact says


@GOAL.fact("length", DOUBLE, zh="字数（不计空格）", en="number of characters, blanks apart")
def length(goal: GoalView) -> float:
    return float(len(fold(goal.text)))


@GOAL.fact("slogan_share", DOUBLE, zh="套话分句所占的百分比", en="share of clauses that are slogans, in %")
def slogan_share(goal: GoalView) -> float:
    filler = wordlists(goal.scope.knowledge.lexicon).filler
    found = [clause.text for clause in clauses(without_idle_numbers(goal.text))]
    total = sum(map(len, found))
    idle = sum(len(clause) for clause in found if not _DIGIT.search(clause) and any(f.search(clause) for f in filler))
    return 100 * idle / total if total else 0.0


SUBJECTS = (SubjectKind(GOAL, in_table=goal_views),)
