"""Documents as target tables: cells, rows and plans under canonical names, and the profile that a table follows."""

from perflint.model.build import Reading, read_tables
from perflint.model.fields import Catalogue, Field, catalogue
from perflint.model.forms import FORMS_FILE, Form
from perflint.model.origin import Origin, origin_of
from perflint.model.profile import Profile, choose_form, load_profiles, printed_names
from perflint.model.profile_file import ProfileError
from perflint.model.table import Cell, Irregularity, Period, Record, Table

__all__ = [
    "FORMS_FILE",
    "Catalogue",
    "Cell",
    "Field",
    "Form",
    "Irregularity",
    "Origin",
    "Period",
    "Profile",
    "ProfileError",
    "Reading",
    "Record",
    "Table",
    "catalogue",
    "choose_form",
    "load_profiles",
    "origin_of",
    "printed_names",
    "read_tables",
]
