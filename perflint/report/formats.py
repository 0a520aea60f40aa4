"""The formats for programs and CI systems by name; each is imported when it is asked for."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import cast

from perflint.report.context import Renderer

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "json": "machine:render_json",
        "jsonl": "machine:render_jsonl",
        "sarif": "sarif:render_sarif",
        "github": "github:render_github",
        "gitlab": "gitlab:render_gitlab",
        "junit": "junit:render_junit",
        "rdjson": "rdjson:render_rdjson",
        "rdjsonl": "rdjson:render_rdjsonl",
        "markdown": "markdown:render_markdown",
    }
)


def renderer(name: str) -> Renderer:
    """Return what renders a report in a format.

    Raises:
        KeyError: there is no such format.
    """
    module, _, function = FORMATS[name].partition(":")
    return cast("Renderer", getattr(import_module(f"perflint.report.{module}"), function))
