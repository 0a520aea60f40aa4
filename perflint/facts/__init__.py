"""What can be said of a table without judging it: subjects and their typed facts."""

from perflint.facts.kind import Subject, SubjectKind, itself, related, summands
from perflint.facts.knowledge import Knowledge, Scope, Setting, load_knowledge
from perflint.facts.row import RowView
from perflint.facts.spot import Relation, Spot
from perflint.facts.structure.failure import FailureView, failed, failure_view
from perflint.facts.structure.file import FaultView, SuppressionView
from perflint.facts.tableview import UNITS, TableView, table_scope, table_year
from perflint.facts.vocabulary import Fact, FactType, FactValue, Mark, Unknown, Vocabulary

__all__ = [
    "UNITS",
    "Fact",
    "FactType",
    "FactValue",
    "FailureView",
    "FaultView",
    "Knowledge",
    "Mark",
    "Relation",
    "RowView",
    "Scope",
    "Setting",
    "Spot",
    "Subject",
    "SubjectKind",
    "SuppressionView",
    "TableView",
    "Unknown",
    "Vocabulary",
    "failed",
    "failure_view",
    "itself",
    "load_knowledge",
    "related",
    "summands",
    "table_scope",
    "table_year",
]
