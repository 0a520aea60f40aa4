"""Target tables on their official forms, as Word documents and Excel workbooks."""

from perflint.office.export.excel import write_excel
from perflint.office.export.excelgrid import TooLong
from perflint.office.export.layout import lay_out, template_for
from perflint.office.export.names import file_names
from perflint.office.export.sheet import Sheet
from perflint.office.export.word import write_word

__all__ = ["Sheet", "TooLong", "file_names", "lay_out", "template_for", "write_excel", "write_word"]
