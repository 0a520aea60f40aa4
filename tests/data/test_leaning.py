"""The direction of a rate: of the library's names as it says, of names alike to them as the model says, else unknown."""

import pytest

from perflint.data import direction_of, load_library
from perflint.data.leaning import FAIR, UNKNOWN


def test_a_name_of_the_library_has_its_direction() -> None:
    known = next(iter(load_library()))
    assert direction_of(f"{known.name}（ ）") == (known.direction, 1.0)


# None of these stands in the library.
@pytest.mark.parametrize(
    "name", ["古树挂牌完好率", "驿站覆盖率", "调解员到岗率", "苗圃验收合格率", "护路员补助按时发放率"]
)
def test_a_rate_alike_to_good_ones_is_positive(name: str) -> None:
    assert load_library().find(name) is None
    assert direction_of(name).direction == "positive"
    assert direction_of(name).confidence >= FAIR


@pytest.mark.parametrize("name", ["巡护设备丢失率", "养殖户投诉率", "护栏破损率", "学员流失率", "站点故障率"])
def test_a_rate_alike_to_bad_ones_is_negative(name: str) -> None:
    assert load_library().find(name) is None
    assert direction_of(name).direction == "negative"
    assert direction_of(name).confidence >= FAIR


@pytest.mark.parametrize("name", ["", "率先垂范", "修建凉亭座数", "提升治理能力", "（%）"])
def test_what_is_no_rate_is_unknown(name: str) -> None:
    assert direction_of(name) == UNKNOWN
