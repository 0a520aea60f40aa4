"""Numbers and dates of a spreadsheet as the cell shows them."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perflint.office.reading.dateformat import from_serial, is_date, printed
from perflint.office.reading.numberformat import shown


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        (1, "0%", "100%"),
        (5, "0.00", "5.00"),
        (0.955, "0.0%", "95.5%"),
        (0.5, '0.0" %"', "0.5 %"),
        (100, "General", "100"),
        (5.0, "General", "5"),
        (0.1 + 0.2, "General", "0.3"),
        (1 / 3, "General", "0.3333333333"),
        (123456789012, "General", "123456789012"),
        (1e-12, "General", "1E-12"),
        (1234567.891, "#,##0.00", "1,234,567.89"),
        (5, '0"万元"', "5万元"),
        (95, "\\≥0", "≥95"),
        (95, '"≥"0"%"', "≥95%"),
        (-5, "#,##0.00_);(#,##0.00)", "(5.00)"),
        (-5, "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "-5.00"),
        (-0.5, "0%", "-50%"),
        (0, '0;-0;"/"', "/"),
        (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (1500, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "1,500.00"),
        (1.005, "0.00", "1.01"),
        (2.5, "0", "3"),
        (-2.5, "0", "-3"),
        (5.5, "0.0#", "5.5"),
        (5.0, "0.0#", "5.0"),
        (7, "000", "007"),
        (123456, "0.0,", "123.5"),
        (12345, "0.00E+00", "1.23E+04"),
        (3, "@", "3"),
        (12345, '0!.0,"万元"', "1.2万元"),
        (123456789, '0!.0,"万元"', "12345.7万元"),
        (500, '0!.0,"万元"', "0.1万元"),
        (-12345, '0!.0,"万元"', "-1.2万元"),
        (12345, '0\\.0,"万人"', "1.2万人"),
        (13800138000, "000\\-0000\\-0000", "138-0013-8000"),
        (12, 'General"次"', "12次"),
        (12.5, 'General"次"', "12.5次"),
        (7, 'G/通用格式"个"', "7个"),
        (7, '"≥"General', "≥7"),
        (-7, 'General"个";-General"个"', "-7个"),
        (1500, "[$¥-804]#,##0.00", "¥1,500.00"),
        (0.955, '0.0"%"', "1.0%"),
        (0.5, "# ?/?", "0.5"),
        (0.5, "[>1]0;0.0", "0.5"),
        (0.5, "", "0.5"),
        (float("inf"), "0", "inf"),
    ],
)
def test_a_number_under_its_format(number: float, code: str, text: str) -> None:
    assert shown(number, code) == text


@given(number=st.integers(-(10**14), 10**14), decimals=st.integers(0, 4))
def test_two_decimals_say_the_same_number(number: int, decimals: int) -> None:
    value = float(Decimal(number).scaleb(-decimals))
    assert Decimal(shown(value, "0." + "0" * max(decimals, 1)).replace(",", "")) == Decimal(repr(value))


@given(number=st.floats(), code=st.text('0#?.,%;"\\_*E+-[]@年月日 ymdhs/!', max_size=20))
def test_no_format_breaks(number: float, code: str) -> None:
    assert shown(number, code) is not None
    assert printed(datetime(2023, 1, 2, 3, 4, 5), code) is not None  # noqa: DTZ001  # a sheet has no zone


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ('yyyy"年"m"月"d"日"', "2023年2月5日"),
        ('yyyy"年"m"月"d"日";@', "2023年2月5日"),
        ("[$-804]yyyy\"年\"mm\"月\"", "2023年02月"),
        ("yyyy年m月d日", "2023年2月5日"),
        ("yyyy/m/d", "2023/2/5"),
        ("mm-dd-yy", "2023/2/5"),
        ("yyyy\\-mm\\-dd", "2023-02-05"),
        ("yyyy.mm", "2023.02"),
        ("h:mm:ss", "14:07:09"),
        ("mm:ss", "07:09"),
        ("yyyy/m/d h:mm AM/PM", "2023/2/5 2:07 下午"),
        ("yy-m", "23-2"),
        ("dddd", "星期日"),
    ],
)  # fmt: skip
def test_a_date_under_its_format(code: str, text: str) -> None:
    assert is_date(code)
    assert printed(datetime(2023, 2, 5, 14, 7, 9), code) == text  # noqa: DTZ001  # a sheet has no zone


def test_days_and_times_alone() -> None:
    assert printed(date(2023, 12, 31), "yyyy/m/d") == "2023/12/31"
    assert printed(time(8, 30), "h:mm") == "8:30"


@pytest.mark.parametrize("code", ["General", "0.00", '0"天"', '0"days"', "[Red]0", "#,##0", "@", "[$¥-804]0", "0\\d"])
def test_no_date(code: str) -> None:
    assert not is_date(code)


def test_serial_numbers() -> None:
    assert from_serial(44927, from_1904=False) == datetime(2023, 1, 1)  # noqa: DTZ001  # a sheet has no zone
    assert from_serial(43465, from_1904=True) == datetime(2023, 1, 1)  # noqa: DTZ001  # the same
    assert from_serial(-1, from_1904=False) is None
    assert from_serial(1e12, from_1904=False) is None
