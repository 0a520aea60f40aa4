# The types of the library, in a stub: importing it loads nothing. Nothing in perflint imports from `perflint` itself.

from perflint.api.checker import Checker, Inspection, conclude
from perflint.api.checking import check, check_text
from perflint.api.documents import DocumentError, import_document
from perflint.api.errors import (
    ERRORS,
    BaselineError,
    ConfigError,
    LexiconError,
    ProfileError,
    RuleError,
    SelectionError,
    SettingError,
)
from perflint.api.mending import Fixed, fix_text
from perflint.api.values import Value, read_value
from perflint.judge import Finding, InputError, Severity, Unchecked
from perflint.report import Report, Summary
from perflint.version import __version__

__all__ = [
    "ERRORS",
    "BaselineError",
    "Checker",
    "ConfigError",
    "DocumentError",
    "Finding",
    "Fixed",
    "InputError",
    "Inspection",
    "LexiconError",
    "ProfileError",
    "Report",
    "RuleError",
    "SelectionError",
    "SettingError",
    "Severity",
    "Summary",
    "Unchecked",
    "Value",
    "__version__",
    "check",
    "check_text",
    "conclude",
    "fix_text",
    "import_document",
    "read_value",
]
