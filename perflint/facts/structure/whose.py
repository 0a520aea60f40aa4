"""Facts about whose table it is."""

from perflint.facts.structure.table import TABLE
from perflint.facts.table_name import name_of
from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import STRING
from perflint.pattern import pattern
from perflint.typography import fold

_CODE = pattern(r"\s*(\d{3,})")


@TABLE.fact(
    "agency",
    STRING,
    zh="预算单位的名称，不带编码；没有填的看实施单位，再看主管部门",
    en="name of the agency without its code; where it is blank, of the unit that carries the project out, else of the department above",
)
def agency(view: TableView) -> str:
    return name_of(view).agency


@TABLE.fact("agency_code", STRING, zh="预算单位的编码，没有为空", en="code of the agency, empty if none")
def agency_code(view: TableView) -> str:
    code = fold(view.text("agency.code")).strip()
    found = _CODE.match(fold(view.text("agency.name") or view.text("agency")))
    return code or (found[1] if found else "")


@TABLE.fact("supervisor", STRING, zh="主管部门的名称，没有为空", en="name of the department above, empty if none")
def supervisor(view: TableView) -> str:
    return (view.text("supervisor.name") or view.text("supervisor")).strip()
