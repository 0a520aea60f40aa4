"""Numbers in running text that lack a counter (新增8符合条件的单位) or have their unit in a spelling to be avoided (8平米)."""

import re
from collections.abc import Mapping

from perflint.facts.marks import mark_of, rewritten
from perflint.facts.vocabulary import Mark
from perflint.facts.wording.clauses import inside, title_spans
from perflint.pattern import alternatives, pattern

_VERBS = (
    "新增|增加|新建|新购|购置|采购|建设|建成|改造|新招|招聘|培训|补助|补贴|资助|救助|慰问"
    "|扶持|帮扶|培育|引进|创建|完成|查办|举办|维修|安装|配备|表彰|奖励"
)
_NOUNS = (
    "符合|项目(?!标)|企业|学校|单位|人员|学生|教师|干部|职工|党员|群众|村民|农户|商户|贫困户|设备|车辆|系统|平台|基地|医院|卫生室"
    "|幼儿园|公厕|路灯|摄像头|监控|电脑|空调|示范|标准化|合作社|敬老院|养老院|图书馆|文化站|厕所|水库|桥梁|医生|护士"
)
_GAP = pattern(rf"(?:{_VERBS})(?!\d{{0,4}}(?:12[03]\d\d|96\d{{3}})\D)(\d{{1,4}}(?:{_NOUNS}))")
_YEAR = pattern(r"(?:19|20)\d{2}\D")
_DIGIT = pattern(r"\d")
_HOTLINE = pattern(r"1[12]\d\D")
_SPARED_UNITS = frozenset({"％"})  # full-width letters are VAL021


def counterless(text: str) -> tuple[Mark, ...]:
    """Return the numbers that a noun follows at once although it wants a counter; years and hotlines are none."""
    if not _DIGIT.search(text):
        return ()
    return tuple(
        mark_of(hit, 1) for hit in _GAP.finditer(text) if not _YEAR.match(hit[1]) and not _HOTLINE.match(hit[1])
    )


def unit_pattern(spellings: Mapping[str, str]) -> re.Pattern[str]:
    """Return a pattern for the spellings of units to be avoided, each after a number."""
    words = alternatives(word for word in spellings if word not in _SPARED_UNITS)
    return pattern(rf"(?:(?<=\d)[ \u3000]?|(?<=\d[万亿千])|(?<=元/))({words})(?![A-Za-z0-9])")


def odd_units(text: str, pattern: re.Pattern[str]) -> tuple[Mark, ...]:
    """Return the units of a text in a spelling to be avoided, outside 《titles》."""
    if not pattern.search(text):
        return ()
    titles = title_spans(text)
    return tuple(mark_of(hit, 1) for hit in pattern.finditer(text) if not inside(titles, hit.start()))


def respelled(text: str, marks: tuple[Mark, ...], spellings: Mapping[str, str]) -> str:
    """Return the text with these units in their plain spelling."""
    return rewritten(text, ((mark.start, mark.end, spellings[mark.text]) for mark in marks))
