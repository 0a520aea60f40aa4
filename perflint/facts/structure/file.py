"""Facts about a file that breaks the rules of YAML, and about the suppressions written in it."""

from msgspec import Struct

from perflint.facts.kind import SubjectKind
from perflint.facts.spot import Spot
from perflint.facts.vocabulary import BOOL, INT, STRING, STRINGS, Vocabulary

FILE = Vocabulary(
    "file", "文件里不合 YAML 语法的一处（只在有问题时出现）", "a place where a file breaks the rules of YAML"
)
SUPPRESSION = Vocabulary("suppression", "一条“perflint: ignore[…]”注释", "one comment `perflint: ignore[…]`")


class FaultView(Struct, frozen=True):
    """One fault of a file: a stable cause, the diagnosis in both languages, what to write instead."""

    cause: str
    zh: str
    en: str
    replacement: str

    def spot(self, at: str) -> Spot:
        """Return a spot that names no cell: faults are placed by their own characters."""
        return Spot(at)


class SuppressionView(Struct, frozen=True):
    """One suppression: its codes, those that no rule has, its reason, its last day, how far that is, whether it was needed.

    `locked` are rules that it would silence and that a configuration locks; `categories` codes that stand for several rules,
    `rules` how many it names in all, `hidden` how many findings it hides, `whole_table` whether it covers a table.
    """

    codes: tuple[str, ...]
    unknown: tuple[str, ...]
    reason: str
    until: str
    days_left: int
    dated: bool
    unused: tuple[str, ...]
    locked: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    rules: int = 0
    hidden: int = 0
    whole_table: bool = False

    def spot(self, at: str) -> Spot:
        """Return a spot that names no cell: suppressions are placed by their comment."""
        return Spot(at)


FILE.attribute("cause", STRING, zh="原因代号", en="stable id of the cause")
FILE.attribute("fault_zh", STRING, zh="诊断与改法（中文）", en="diagnosis and remedy, in Chinese", of="zh")
FILE.attribute("fault_en", STRING, zh="诊断与改法（英文）", en="diagnosis and remedy, in English", of="en")
FILE.attribute("replacement", STRING, zh="可以直接替换的写法，没有为空", en="text to write instead, empty if none")
SUPPRESSION.attribute("codes", STRINGS, zh="注释里的规则代码", en="codes in the comment")
SUPPRESSION.attribute("unknown", STRINGS, zh="其中不存在的代码", en="codes that no rule has")
SUPPRESSION.attribute("reason", STRING, zh="理由", en="the reason")
SUPPRESSION.attribute("until", STRING, zh="有效期，没有为空", en="last day, empty if none")
SUPPRESSION.attribute(
    "dated", BOOL, zh="有效期是否为 YYYY-MM-DD 形式的日期", en="whether the last day is a date YYYY-MM-DD"
)
SUPPRESSION.attribute(
    "days_left",
    INT,
    zh="距有效期还有几天，已过为负；没有有效期或读不出为 0",
    en="days until the last day, negative once it is over; 0 where there is none or it cannot be read",
)
SUPPRESSION.attribute(
    "unused", STRINGS, zh="本次运行过、但没有屏蔽到任何问题的代码", en="codes that ran and suppressed nothing"
)
SUPPRESSION.attribute(
    "categories",
    STRINGS,
    zh="其中代表不止一条规则的代码（PLN、WRD00 之类）",
    en="those codes that stand for more than one rule, such as PLN and WRD00",
)
SUPPRESSION.attribute(
    "rules", INT, zh="注释里的代码一共代表多少条规则", en="how many rules the codes stand for together"
)
SUPPRESSION.attribute("hidden", INT, zh="屏蔽了几个问题", en="how many findings it hides")
SUPPRESSION.attribute(
    "whole_table",
    BOOL,
    zh="是否写在一张表的上方，对整张表有效",
    en="whether it stands above a table and holds for all of it",
)
SUPPRESSION.attribute("locked", STRINGS, zh="要屏蔽、但配置已锁定的规则", en="locked rules that it would silence")


SUBJECTS = (
    SubjectKind(FILE),
    SubjectKind(SUPPRESSION),
)
