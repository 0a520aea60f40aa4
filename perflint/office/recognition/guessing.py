"""What no cell of a table says outright: its kind, profile, year, agency and unit, each with how sure that is."""

from collections import Counter
from collections.abc import Iterator, Sequence

from perflint.office.recognition.draft import Branch, Concluded, Draft, Leaf, Twig
from perflint.office.recognition.vocabulary import Guess, Vocabulary
from perflint.office.recognition.wording import dated
from perflint.pattern import pattern
from perflint.typography import fold

_YEAR = pattern(r"(?<!\d)(20[0-4]\d)(?=年|[^\d]|$)")
_TITLE_YEAR = pattern(r"(?<!\d)(20[0-4]\d)(?=年)")
_CODE_YEAR = pattern(r"^\d{6}(\d\d)[A-Z]")
_CODE_LENGTH = 21
_OFFICE = pattern(
    r"^(?!根据|按照|为|依据|关于|通过)[\u4e00-\u9fff]{2,18}?(?:监督管理局|管理局|局|厅|委员会|中心|研究院|办公室|管委会)"
)
_TITLE_OFFICE = pattern(
    r"^(?:20\d\d年)?([\u4e00-\u9fff]{4,30}?)(?:20\d\d年)?(?:部门预算)?(?:部门)?整体(?:支出)?绩效目标"
)
_DEPARTMENT = ("部门整体", "整体支出", "部门预算整体", "整体绩效目标", "单位整体", "部门总体绩效目标")
_SURE, _LIKELY, _POSSIBLE = 0.95, 0.8, 0.5


def texts(twig: Twig) -> Iterator[str]:
    """Yield every text below a branch."""
    if isinstance(twig, Leaf):
        yield twig.text
    else:
        for item in twig.values() if isinstance(twig, dict) else twig:
            yield from texts(item)


def conclude(draft: Draft, field: str, value: str, confidence: float, zh: str, en: str) -> None:
    """Write a conclusion into the table and note it."""
    above, _, last = field.rpartition(".")
    tree: Branch = draft.tree
    if above:
        inner = tree.setdefault(above, {})
        if not isinstance(inner, dict):
            return
        tree = inner
    tree[last] = Leaf(value)
    draft.guesses.append(Concluded(field, value, confidence, zh, en))


def guess_kind(draft: Draft) -> None:
    """Say whether this is a project's or a department's table."""
    title = draft.text("title")
    if "project" in draft.tree and not draft.lists.get("tasks"):
        kind, why, reason = "project", "有项目栏目", "it has cells of a project"
    elif draft.lists.get("tasks") or any("duty" in row for row in draft.rows):
        kind, why, reason = "department", "有任务或职责栏目", "it has tasks or duties"
    elif any(word in fold(title) for word in _DEPARTMENT):
        kind, why, reason = "department", "表名", "its title says so"
    else:
        kind, why, reason = "project", "没有部门表的标志", "nothing marks it as a department's"
    conclude(draft, "kind", kind, _POSSIBLE if reason.startswith("nothing") else _SURE, why, reason)


def guess_stage(draft: Draft) -> None:
    """Say that a table is one of self-evaluation or of monitoring, where its title or its columns do."""
    title = fold(draft.text("title"))
    for stage, words in (("监控", "监控"), ("自评", "自评")):
        if words in title and not draft.text("stage"):
            conclude(draft, "stage", stage, _SURE, "表名", "its title")
            return
    if not draft.text("stage") and any("score" in row and "actual" in row for row in draft.rows):
        conclude(draft, "stage", "自评", _LIKELY, "有完成值与得分栏", "it has columns for results and scores")


def guess_total(draft: Draft) -> None:
    """Take the fiscal money as the whole where a form has room for no other amount."""
    budget = draft.tree.get("budget")
    if not isinstance(budget, dict) or {key for key in budget if not key.startswith("x-")} - {"fiscal", "midterm"}:
        return
    amount = draft.text("budget.fiscal")
    if any(char.isdigit() for char in amount):
        conclude(
            draft,
            "budget.total",
            amount,
            _LIKELY,
            "表中只有财政资金一项金额",
            "the form has no amount but the fiscal money",
        )


def unprinted(draft: Draft) -> Iterator[tuple[str, str]]:
    """Yield the fields that a form has no cell for at all, each with what is said of it: that they are missing is no fault of the table."""
    printed = {use.field.partition(".")[0] for use in draft.uses} | {key.removeprefix("x-") for key in draft.tree}
    if not printed & {"budget", "execution", "tasks"}:
        yield "budget.total", "表中没有资金栏"
    if not printed & {"agency", "implementer", "supervisor"}:
        yield "agency", "表中没有单位栏"
    if not draft.text("year"):
        yield "year", "表中没有年度"
    if "goals" not in printed:
        yield "goals.annual", "表中没有目标栏"
    if draft.rows and not any("value" in row for row in draft.rows):
        yield "indicators.value", "表中没有指标值栏"


def guess_profile(draft: Draft, vocabulary: Vocabulary, asked: str, around: str) -> None:
    """Say by which profile the table is made: the one asked for, else by the marks of the form, else by a place's name."""
    if asked:
        conclude(draft, "profile", asked, 1.0, "命令行指定", "given on the command line")
        return
    marks = {*draft.marks, *(fold(text) for row in draft.rows for key, text in _levels(row))}
    fitting = [guess for guess in vocabulary.guesses if _fits(guess, marks)]
    if fitting:
        _by_marks(draft, fitting[0])
        return
    for place, profile in vocabulary.more["places"].items():
        if place in around:
            conclude(draft, "profile", profile, _POSSIBLE, f"文中有“{place}”", f"the text names {place}")
            return
    for guess in vocabulary.late_guesses:
        if _fits(guess, marks):
            _by_marks(draft, guess)
            return


def _fits(guess: Guess, marks: set[str]) -> bool:
    return (
        set(guess.every) <= marks and (not guess.some or bool(marks & set(guess.some))) and not marks & set(guess.none)
    )


def _values(draft: Draft) -> Iterator[str]:
    for row in draft.rows:
        value = row.get("value")
        if isinstance(value, Leaf):
            yield value.text


def _by_marks(draft: Draft, guess: Guess) -> None:
    named = "、".join((*guess.every, *guess.some))
    conclude(draft, "profile", guess.profile, guess.confidence, f"表式标志：{named}", f"marks of the form: {named}")


def _levels(row: Branch) -> Iterator[tuple[str, str]]:
    for key in ("level1", "level2"):
        value = row.get(key)
        if isinstance(value, Leaf):
            yield key, value.text


def inherit_profile(drafts: Sequence[Draft]) -> None:
    """Give tables without a profile that of most tables of the document."""
    counts = Counter(text for draft in drafts if (text := draft.text("profile")))
    if counts:
        profile = counts.most_common(1)[0][0]
        for draft in drafts:
            if not draft.text("profile"):
                why = "与同一文件的其他表相同"
                conclude(draft, "profile", profile, _POSSIBLE, why, "as the other tables of the document")


def guess_years(drafts: Sequence[Draft], context: str, name: str) -> None:
    """Say of which year each table is."""
    titles = Counter(year for draft in drafts for year in _TITLE_YEAR.findall(dated(draft.text("title")))[:1])
    most = titles.most_common(1)[0] if titles else ("", 0)
    weak: list[Draft] = []
    whole = Counter(_TITLE_YEAR.findall(dated(context)))
    for draft in drafts:
        if draft.text("year"):
            found = _YEAR.search(dated(draft.text("year")))
            _trim_year(draft, found[1] if found else "")
            continue
        year, confidence, zh, en = _year_of(draft, most, whole, name)
        if year and (confidence > _POSSIBLE or draft.text("kind") == "project"):
            conclude(draft, "year", year, confidence, zh, en)
        elif year:
            weak.append(draft)
            draft.guesses.append(Concluded("year", year, confidence, zh, en))
    _years_as_others(drafts, weak)


def _trim_year(draft: Draft, year: str) -> None:
    """Leave of the cell of the year what is the year: 2024 of `2024年度`."""
    known = draft.tree["year"]
    if year and isinstance(known, Leaf):
        draft.tree["year"] = Leaf(year, known.place)


def _years_as_others(drafts: Sequence[Draft], weak: Sequence[Draft]) -> None:
    """Give a department's text the year of the document's project tables, where it has any; else what it says itself."""
    others = Counter(text for draft in drafts if (text := draft.text("year")))
    for draft in weak:
        own = draft.guesses.pop()
        year = others.most_common(1)[0][0] if others else own.value
        zh, en = ("同一文件的其他表", "the document's other tables") if others else (own.zh, own.en)
        conclude(draft, "year", year, _POSSIBLE, zh, en)
    for draft in drafts if others else ():
        if not draft.text("year"):
            year, (zh, en) = others.most_common(1)[0][0], ("同一文件的其他表", "the document's other tables")
            conclude(draft, "year", year, _POSSIBLE, zh, en)


def _year_of(  # one table and what the document says besides
    draft: Draft, most: tuple[str, int], whole: Counter[str], name: str
) -> tuple[str, float, str, str]:
    own = _TITLE_YEAR.search(dated(draft.text("title")))
    if own and (own[1] == most[0] or most[1] < 2):  # noqa: PLR2004  # a title alone against several others
        return own[1], _SURE, "表名", "its title"
    if own and most[0]:
        zh = f"表名写的是{own[1]}，同一文件其他表是{most[0]}"
        return most[0], _POSSIBLE, zh, f"its title says {own[1]}, the other tables of the document {most[0]}"
    code = _CODE_YEAR.match(draft.text("project.code"))
    if code and len(draft.text("project.code")) == _CODE_LENGTH:
        return "20" + code[1], _LIKELY, "项目编码第7、8位", "digits 7 and 8 of the project code"
    if most[0]:
        return most[0], _LIKELY, "同一文件其他表的表名", "the titles of the document's other tables"
    values = Counter(_TITLE_YEAR.findall(" ".join(_values(draft))))
    inner = Counter(_TITLE_YEAR.findall(" ".join(texts(draft.tree))))
    in_values = (values, "指标值中的年份", "years in the targets")
    for counts, zh, en in (
        in_values,
        (inner, "表中的年份", "years in the table"),
        (whole, "文中的年份", "years in the text"),
    ):
        if counts:
            return counts.most_common(1)[0][0], _POSSIBLE, zh, en
    named = _YEAR.search(dated(name))
    return (named[1], _POSSIBLE, "文件名", "the name of the file") if named else ("", 0.0, "", "")


def guess_agencies(drafts: Sequence[Draft], paragraphs: Sequence[str]) -> None:
    """Say whose table it is where no cell does: by the title, the other tables, the first words of the text."""
    known = next((draft.tree["agency"] for draft in drafts if "agency" in draft.tree), None)
    for draft in drafts:
        if "agency" in draft.tree or draft.damage:
            continue
        if any(any(texts(draft.tree.get(own, Leaf("")))) for own in ("implementer", "supervisor")):
            continue  # the national forms name no other unit; a neighbour's is none of theirs
        title = _TITLE_OFFICE.match(fold(draft.text("title")))
        office = next((found[0] for text in paragraphs if (found := _OFFICE.match(text.strip()))), "")
        if title and title[1] not in {"部门", "单位", "部门预算"}:
            conclude(draft, "agency", title[1], _LIKELY, "表名", "its title")
        elif known is not None:
            draft.tree["agency"] = known
            draft.guesses.append(
                Concluded(
                    "agency", " ".join(texts(known)), _POSSIBLE, "同一文件的其他表", "the document's other tables"
                )
            )
        elif office:
            conclude(
                draft, "agency.name", office, _POSSIBLE, "正文开头的单位名称", "the office named first in the text"
            )
