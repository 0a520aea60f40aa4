"""What the library raises where rules or settings are broken; each says so in both languages and names the file."""

from perflint.adoption.entry import BaselineError
from perflint.data import LexiconError
from perflint.judge import RuleError, SelectionError, SettingError
from perflint.model import ProfileError
from perflint.workspace.configuration.config import ConfigError

__all__ = [
    "ERRORS", "BaselineError", "ConfigError", "LexiconError", "ProfileError", "RuleError", "SelectionError",
    "SettingError",
]  # fmt: skip
ERRORS = (ConfigError, RuleError, ProfileError, LexiconError, SettingError, SelectionError, BaselineError)
"""All of them, for one `except`."""
