"""`perflint schema`: JSON Schema for editors and CI."""

from enum import StrEnum
from typing import Annotated, Any

import msgspec
import typer

from perflint.cli.exits import write
from perflint.cli.options import Lang
from perflint.judge import setting_kinds
from perflint.judge.rule_shapes import KEYS, REQUIRED
from perflint.judge.settings import SettingKind
from perflint.model import Field, catalogue
from perflint.model.fields import INNER
from perflint.model.profile_file import FORM_KEYS, PARTS, TAXONOMIES
from perflint.model.profile_file import KEYS as PROFILE_KEYS
from perflint.report import SCHEMA, Summary
from perflint.workspace.configuration.shapes import PER_FILE

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean", "null"]}
_PERCENT: dict[str, Any] = {"type": ["number", "string"], "pattern": r"^\s*[+-]?(\d+(\.\d*)?|\.\d+)\s*%?\s*$"}
_SEVERITIES = {"type": "object", "additionalProperties": {"enum": ["error", "warning", "info", "off"]}}
# How a setting of each type may be written.
_WRITTEN: dict[str, dict[str, Any]] = {
    "number": {"type": "number"},
    "percent": _PERCENT,
    "switch": {"type": ["boolean", "string"], "enum": [True, False, "yes", "no", "on", "off", "是", "否"]},
    "numbers": {"type": ["array", "number", "string"], "items": _PERCENT},
    "months": {"type": ["object", "array"], "additionalProperties": _PERCENT, "items": {"type": "string"}},
    "words": {"type": ["array", "string"], "items": {"type": "string"}},
    "text": {"type": "string"},
}
_SHAPES: dict[str, Any] = {
    "text": _TEXT, "money": _TEXT, "texts": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
    "plan": {"type": "object", "additionalProperties": _TEXT},
}  # fmt: skip


class Subject(StrEnum):
    """What a schema describes."""

    TABLE = "table"
    RULE = "rule"
    CONFIG = "config"
    PROFILE = "profile"
    REPORT = "report"


def schema(
    subject: Annotated[Subject, typer.Argument(help="table、rule、config、profile 或 report。")] = Subject.TABLE,
    lang: Lang = None,  # noqa: ARG001  # every command takes it; a schema describes its fields in both languages
) -> None:
    """输出 JSON Schema。Print a JSON Schema."""
    made = {Subject.TABLE: _table, Subject.RULE: _rule, Subject.CONFIG: _config, Subject.PROFILE: _profile,
            Subject.REPORT: _report}[subject]()  # fmt: skip
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
    name = "table" if field.name == "tables" else INNER.get(field.shape, field.name)
    inner = {"$ref": f"#/$defs/{name}"}
    if field.shape in {"rows", "execution_rows"}:
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
    properties: dict[str, Any] = {
        "extends": _TEXT, "profile": _TEXT, "lang": {"enum": ["zh", "en"]}, "select": words, "ignore": words,
        "extend_select": words, "exclude": words, "rules": words, "baseline": {"type": "string", "description": "已知问题清单，相对于配置文件的路径 / the baseline, a path relative to the configuration"},
        "fail_on": {"enum": ["error", "warning", "info", "never"]},
        "severity": _SEVERITIES, "fixes": {"type": "object", "additionalProperties": {"enum": ["safe", "unsafe", "display", "off"]}, "description": "规则的修改可信到什么程度 / how far the fixes of rules are trusted"},
        "settings": _settings(),
        "lock": words,
    }  # fmt: skip
    per_file = {"files": words, **{key: properties[key] for key in PER_FILE}}
    properties["overrides"] = {"type": "array", "items": {
        "type": "object", "required": ["files"], "properties": per_file, "additionalProperties": False}}  # fmt: skip
    return {
        "title": "perflint configuration",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _profile() -> dict[str, Any]:
    switch = {"type": ["boolean", "string"], "enum": [True, False, "true", "false"]}
    shapes: dict[str, Any] = {"text": {"type": "string"}, "mapping": {"type": "object"}, "switch": switch,
                              "list": {"type": "array", "items": {"type": "string"}}}  # fmt: skip
    form = {"type": "object", "required": ["form"], "additionalProperties": False,
            "properties": {key: shapes[shape] for key, shape in FORM_KEYS.items()}}  # fmt: skip
    parts = {name: {"type": "object", "properties": {key: shapes[shape] for key, shape in keys.items()},
                    "additionalProperties": False} for name, keys in PARTS.items()}  # fmt: skip
    lists = {kind: {"type": "array", "minItems": 1, "items": form} for kind in PARTS["forms"]}
    properties = {key: shapes[shape] for key, shape in PROFILE_KEYS.items()} | parts | {
        "taxonomy": {"enum": list(TAXONOMIES)}, "settings": _settings(), "rules": _SEVERITIES,
        "forms": {"type": "object", "properties": lists, "additionalProperties": False},
    }  # fmt: skip
    return {"title": "perflint profile", "type": "object", "required": ["id"], "properties": properties,
            "additionalProperties": False}  # fmt: skip


def _settings() -> dict[str, Any]:
    settings = {kind.name: _setting(kind) for kind in setting_kinds().values()}
    return {"type": "object", "properties": settings, "additionalProperties": False}


def _setting(kind: SettingKind) -> dict[str, Any]:
    """Return a setting as an editor shows it: what may be written, its unit, its default and its meaning."""
    unit = f"（{kind.unit}）" if kind.unit else ""
    return {"description": f"{kind.zh}{unit} / {kind.en}", "default": kind.default, **_WRITTEN[kind.type],
            **({"x-unit": kind.unit} if kind.unit else {})}  # fmt: skip


def _report() -> dict[str, Any]:
    summary = msgspec.json.schema(Summary)["$defs"]["Summary"]
    finding = {"type": "object", "required": ["code", "severity", "message", "path", "line", "column", "fingerprint"]}
    properties = {
        "schema": {"const": SCHEMA}, "tool": {"type": "object"}, "summary": summary,
        "findings": {"type": "array", "items": finding}, "unchecked": {"type": "array"}, "errors": {"type": "array"},
    }  # fmt: skip
    return {"title": "perflint report", "type": "object", "required": list(properties), "properties": properties}
