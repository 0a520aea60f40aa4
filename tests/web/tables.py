"""Tables and documents that are uploaded in these tests."""

import io
import zipfile
from collections.abc import Mapping

import docx
from msgspec.structs import replace

from perflint.model import load_profiles, read_tables
from perflint.office.export import Sheet, lay_out, template_for, write_excel, write_word
from perflint.source import read_source

TABLE = """\
年度: 2025
预算单位: 示例市水务局
金额单位: 万元
项目: {项目编码: "000000250002", 项目名称: 农村供水管网巡查}
预算: {预算数: "30", 财政资金: "20", 其他资金: "5"}
绩效目标: 全年巡查管网1200公里。
绩效指标:
  - {一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 巡查管网长度, 绩效指标描述: 巡查的公里数, 指标值: ≥1200公里, 指标值确定依据: 2024年1150公里}
  - {一级指标: 产出指标, 二级指标: 质量指标, 三级指标: 水质合格率, 绩效指标描述: 合格水样占比, 指标值: ≤100%, 指标值确定依据: 国家标准}
  - 一级指标: 满意度指标
    二级指标: 服务对象满意度指标
    三级指标: 用水户满意度
    绩效指标描述: 问卷调查
    指标值: ">=95%"
    指标值确定依据: 2024年问卷93%
"""
SHOUTING = "<script>alert(1)</script><img src=x onerror=alert(2)>"


def sheets(text: str = TABLE) -> list[Sheet]:
    """Return the official forms of a text's tables."""
    profiles = load_profiles(())
    return [lay_out(one, template_for(one, profiles)) for one in read_tables(read_source(text.encode(), "t")).tables]


def word(text: str = TABLE) -> bytes:
    """Return a table as a Word document."""
    return write_word(sheets(text))


def excel(text: str = TABLE) -> bytes:
    """Return a table as an Excel workbook."""
    return write_excel([replace(sheet, name=sheet.name or "表") for sheet in sheets(text)])


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return files as a zip archive."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return held.getvalue()


def empty_word() -> bytes:
    """Return a Word document that holds no target table."""
    held = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("会议通知")
    document.save(held)
    return held.getvalue()
