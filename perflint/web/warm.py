"""Imported by the process that others are forked from: rules and everything that reads are loaded once for all uploads."""

from perflint.web.reviewing import checker_in

for _lang in ("zh", "en"):
    _checker = checker_in(_lang)
    _checker.engine(_checker.default_profile())
