"""The year that the title beside a document number names."""

from perflint.facts.sources.citation import CITATION
from perflint.facts.sources.citation_standing import title_beside
from perflint.facts.sources.citationview import CitationView
from perflint.facts.sources.citing import NUMBER
from perflint.facts.vocabulary import INT
from perflint.pattern import pattern
from perflint.typography import fold

_YEAR = pattern(r"(?<!\d)(20\d\d)(?:年|年度)(?!\d)")
_SPAN = pattern(r"[-—–~～至到起后前]|规划|冬奥|亚运|运动会|博览会|届|招聘|目标")


@CITATION.fact(
    "title_year",
    INT,
    zh="文号旁边的书名里唯一的年份；写着几年的、规划的、没有书名的为0",
    en="the only year in the title beside a document number; 0 for spans, long-term plans and where there is no title",
)
def title_year(citation: CitationView) -> int:
    found = citation.found
    if found.kind != NUMBER or not found.year:
        return 0
    title = fold(title_beside(citation.prose.text, found.start, found.end))
    years = set(_YEAR.findall(title))
    return int(years.pop()) if len(years) == 1 and not _SPAN.search(title) else 0
