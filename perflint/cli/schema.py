"""`perflint schema`: JSON Schema for editors and CI."""

from enum import StrEnum
from typing import Annotated, Any

import msgspec
import typer

from perflint.cli.exits import write
from perflint.cli.options import Lang
from perflint.judge import setting_kinds
from perflint.judge.rulefile import KEYS, REQUIRED
from perflint.model import Field, catalogue
from perflint.report import SCHEMA, Summary

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_SHAPES: dict[str, Any] = {
    "text": _TEXT, "money": _TEXT, "texts": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    "plan": {"type": "object", "additionalProperties": _TEXT},
}  # fmt: skip


class Subject(StrEnum):
    """What a schema describes."""

    TABLE = "table"
    RULE = "rule"
    CONFIG = "config"
    REPORT = "report"


def schema(
    subject: Annotated[Subject, typer.Argument(help="table、rule、config 或 report。")] = Subject.TABLE,
    lang: Lang = None,  # noqa: ARG001  # every command takes it; a schema describes its fields in both languages
) -> None:
    """输出 JSON Schema。Print a JSON Schema."""
    made = {Subject.TABLE: _table, Subject.RULE: _rule, Subject.CONFIG: _config, Subject.REPORT: _report}[subject]()
    write(msgspec.json.format(msgspec.json.encode({"$schema": _DRAFT, **made}), indent=1).decode() + "\n")


def _table() -> dict[str, Any]:
    sections = catalogue().sections
    definitions = {name: _section(fields) for name, fields in sections.items()}
    bundle = {"type": "object", "required": ["tables"], "properties": definitions["file"]["properties"]}
    return {"title": "perflint target table", "$defs": definitions, "anyOf": [{"$ref": "#/$defs/table"}, bundle]}


def _section(fields: tuple[Field, ...]) -> dict[str, Any]:
    properties: dict[str, Any] = {}
    for field in fields:
        entry = {"description": f"{field.zh} / {field.en}", **_shape(field)}
        properties |= dict.fromkeys((field.name, *field.spellings), entry)
    return {"type": "object", "properties": properties, "patternProperties": {"^[xX]-|^remark$|^备注$": True},
            "additionalProperties": False}  # fmt: skip


def _shape(field: Field) -> dict[str, Any]:
    if field.shape in _SHAPES:
        return dict(_SHAPES[field.shape])
    name = "table" if field.name == "tables" else field.name
    inner = {
        "$ref": f"#/$defs/{'agency' if field.shape == 'agency' else 'midterm_goal' if field.shape == 'midterm_goal' else name}"
    }
    if field.shape == "rows":
        return {"type": ["array", "null"], "items": inner}
    return {"anyOf": [inner, _TEXT, {"type": "array", "items": _TEXT}]}


def _rule() -> dict[str, Any]:
    both = {"type": "object", "required": ["zh", "en"]}
    shaped = dict.fromkeys(("title", "why", "authority", "exceptions", "message"), both)
    severity = {"severity": {"enum": ["error", "warning", "info"]}}
    properties = dict.fromkeys(KEYS, True) | shaped | severity
    return {"title": "perflint rule", "type": "object", "required": list(REQUIRED), "properties": properties,
            "additionalProperties": False}  # fmt: skip


def _config() -> dict[str, Any]:
    words = {"type": ["array", "string"], "items": {"type": "string"}}
    settings = {
        kind.name: {"description": f"{kind.zh} / {kind.en}", "default": kind.default}
        for kind in setting_kinds().values()
    }
    properties = {
        "extends": _TEXT, "profile": _TEXT, "lang": {"enum": ["zh", "en"]}, "select": words, "ignore": words,
        "extend_select": words, "exclude": words, "rules": words,
        "fail_on": {"enum": ["error", "warning", "info", "never"]},
        "severity": {"type": "object", "additionalProperties": {"enum": ["error", "warning", "info", "off"]}},
        "settings": {"type": "object", "properties": settings, "additionalProperties": False},
        "overrides": {"type": "array", "items": {"type": "object", "required": ["files"]}},
    }  # fmt: skip
    return {
        "title": "perflint configuration",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _report() -> dict[str, Any]:
    summary = msgspec.json.schema(Summary)["$defs"]["Summary"]
    finding = {"type": "object", "required": ["code", "severity", "message", "path", "line", "column", "fingerprint"]}
    properties = {
        "schema": {"const": SCHEMA}, "tool": {"type": "object"}, "summary": summary,
        "findings": {"type": "array", "items": finding}, "unchecked": {"type": "array"}, "errors": {"type": "array"},
    }  # fmt: skip
    return {"title": "perflint report", "type": "object", "required": list(properties), "properties": properties}
