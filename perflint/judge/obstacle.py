"""What stands in the way of a fix, in words for the person whose table it is."""

from enum import StrEnum


class Obstacle(StrEnum):
    """Why a fix is not written."""

    SHARED = "shared"
    LINES = "lines"
    STYLE = "style"
    FAULTS = "faults"
    COMMENTS = "comments"
    SHAPE = "shape"
    ELSEWHERE = "elsewhere"
    RESTLESS = "restless"
    UNTRIED = "untried"
    HARM = "harm"

    def say(self, lang: str) -> str:
        """Return the reason in a language, `zh` or `en`."""
        zh, en = _WORDS[self]
        return en if lang == "en" else zh


_WORDS = {
    Obstacle.SHARED: (
        "这里的内容由锚点（&）、别名（*）或合并键（<<）共用，改动会同时改变别处，请手工修改",
        "an anchor (&), alias (*) or merge key (<<) shares this text, other places would change with it; edit by hand",
    ),
    Obstacle.LINES: (
        "这一格是列表或多行文字，新内容无法逐行对应，请手工修改",
        "this cell is a list or has several lines, and the new text does not fit them line by line; edit by hand",
    ),
    Obstacle.STYLE: (
        "新内容按这一格原来的书写方式（折行、缩进）会读成别的文字，请手工修改",
        "written in the style of this cell (folding, indentation) the new text would read otherwise; edit by hand",
    ),
    Obstacle.FAULTS: ("改后文件会有语法错误", "the file would not parse any more"),
    Obstacle.COMMENTS: ("改后注释会有变动", "a comment would change"),
    Obstacle.SHAPE: ("改后表的结构或键名会有变动", "the structure or a key of the table would change"),
    Obstacle.ELSEWHERE: ("改后别的单元格会有变动，或读出的不是所要的内容", "another cell would change, or this one would read otherwise"),
    Obstacle.RESTLESS: (
        "几条规则的修改互相推翻，反复改也定不下来；请在配置的 fixes 里关掉其中一条",
        "fixes of several rules undo one another and never settle; switch one of them off under `fixes`",
    ),
    Obstacle.HARM: (
        "改后会出现新的错误或警告（{codes}），请看过以后手工修改",
        "new errors or warnings would appear ({codes}); have a look and edit by hand",
    ),
    Obstacle.UNTRIED: (
        "同一文件中不能应用的修改太多，这一处没有再试",
        "too many fixes of this file could not be applied; this one was not tried any more",
    ),
}  # fmt: skip
