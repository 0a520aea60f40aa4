"""Facts about a whole table."""

from perflint.facts.tableview import TableView
from perflint.facts.vocabulary import BOOL, STRING, Vocabulary

TABLE = Vocabulary("table", "整张表", "the whole table")


@TABLE.fact("title", STRING, zh="表名", en="title as printed")
def title(view: TableView) -> str:
    return view.text("title").strip()


@TABLE.fact("project_name", STRING, zh="项目名称", en="name of the project")
def project_name(view: TableView) -> str:
    return view.text("project.name").strip()


@TABLE.fact("annual_goal", STRING, zh="年度绩效目标", en="annual goal")
def annual_goal(view: TableView) -> str:
    return view.text("goals.annual").strip()


@TABLE.fact("has_rows", BOOL, zh="是否有指标行", en="whether there are indicator rows")
def has_rows(view: TableView) -> bool:
    return bool(view.rows)
