"""perflint: a linter for Chinese government budget performance-target tables (预算绩效目标表).

The names of the library are in `perflint/__init__.pyi`, with their types; each is loaded when it is first asked for.
"""

from importlib import import_module

from perflint.version import __version__ as __version__

_PLACES = {
    "api.checker": ("Checker", "Inspection", "conclude"),
    "api.checking": ("check", "check_text"),
    "api.documents": ("DocumentError", "import_document"),
    "api.errors": (
        "ERRORS", "BaselineError", "ConfigError", "LexiconError", "ProfileError", "RuleError", "SelectionError",
        "SettingError",
    ),
    "api.mending": ("Fixed", "fix_text"),
    "api.values": ("Value", "read_value"),
    "judge": ("Finding", "InputError", "Severity", "Unchecked"),
    "report": ("Report", "Summary"),
}  # fmt: skip
_PLACE_OF = {name: place for place, names in _PLACES.items() for name in names}


def __getattr__(name: str) -> object:
    """Return a name of the library; a check on the command line need not load what it does not use."""
    if name not in _PLACE_OF:
        raise AttributeError(f"module 'perflint' has no attribute {name!r}")
    found: object = getattr(import_module(f"perflint.{_PLACE_OF[name]}"), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """Return the names of the library."""
    return sorted(["__version__", *_PLACE_OF])
