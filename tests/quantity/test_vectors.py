from typing import Final

import pytest

from tests.quantity.vectors import Vector, canonical, load, reader, written

# Rows that this project reads otherwise, each with the reason.
EXCEPTIONS: Final = {
    # The same cell is printed twice in the page, once whole and once in part, with different marks; and the alternative
    # 协议时间内 has no quantity of its own. Kind, labels and bounds agree.
    "10个工作日，完成检验工作后的10个工作日内（大型成套设备30个工作日内）或协议时间内出具检验报告",
}


@pytest.mark.parametrize("vector", load("values.tsv"), ids=lambda vector: vector.raw)
def test_value_is_read_as_the_page_says(vector: Vector) -> None:
    value = reader().read(vector.raw)
    assert value.kind.value == vector.kind
    if vector.raw not in EXCEPTIONS:
        assert canonical(written(value)) == canonical(vector.parts)


def test_the_exception_still_has_its_two_bounds() -> None:
    (text,) = EXCEPTIONS
    assert written(reader().read(text), flags=False) == "le 10 工作日 | {大型成套设备} le 30 工作日"
