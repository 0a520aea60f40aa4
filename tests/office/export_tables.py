"""Tables for the tests of export: one of each form with nearly every cell filled, in `export_forms/`."""

from pathlib import Path

TABLES = {
    path.stem: path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("export_forms/*.yaml"))
}
