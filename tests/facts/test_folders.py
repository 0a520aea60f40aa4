"""The folders of facts: the guide names each, and no module with facts is left out of the vocabulary."""

import sys
from pathlib import Path

import perflint.facts

FOLDER = Path(perflint.facts.__file__).parent


def test_the_guide_names_every_folder() -> None:
    guide = (FOLDER / "README.md").read_text(encoding="utf-8")
    folders = {path.parent.name for path in FOLDER.glob("*/__init__.py")}
    assert {name for name in folders if f"| [{name}]({name}) |" not in guide} == set()
    assert guide.count("](") == len(folders)


def test_every_module_that_enters_facts_is_imported() -> None:
    """A module that nobody imports would leave its facts out of the vocabulary without a sound."""
    entering = {
        ".".join(("perflint.facts", *path.relative_to(FOLDER).with_suffix("").parts))
        for path in FOLDER.rglob("*.py")
        if ".fact(" in path.read_text(encoding="utf-8")
    }
    assert len(entering) > 50
    assert entering - set(sys.modules) == set()
