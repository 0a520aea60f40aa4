"""The sample that can be tried with one click: a table with the slips that are met most, as a Word document."""

from importlib.resources import files

from perflint.model import load_profiles, read_tables
from perflint.office.export import lay_out, template_for, write_word
from perflint.source import read_source
from perflint.web.unpacking import Item
from perflint.web.words import say
from perflint.workspace.checking import Checker


def sample(lang: str, checker: Checker) -> Item:
    """Return the sample."""
    source = read_source(files(__package__).joinpath("sample.yaml").read_bytes(), "sample.yaml")
    profiles = load_profiles(checker.config.packs)
    sheets = [lay_out(table, template_for(table, profiles)) for table in read_tables(source).tables]
    return Item(f"{say('sample_name', lang)}.docx", write_word(sheets))
