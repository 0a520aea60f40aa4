"""Small linear models over pieces of text: weights shipped as data in `rules/models/`, one file a question."""

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from perflint.data.assets import rules_root
from perflint.typography import fold

LONGEST = 4
"""Pieces are the 1 to 4 neighbouring characters of a text between its edges."""
START, END = "^", "$"
INTERCEPT = "(intercept)"


class ModelError(Exception):
    """A file of weights that cannot be used; the text names the file and the line."""


class Strength(NamedTuple):
    """A piece of a text and what it adds to the evidence; below zero it speaks against."""

    piece: str
    weight: float


class LinearModel(NamedTuple):
    """A trained question about a text: weights of its pieces for each answer, and the evidence before any is seen."""

    name: str
    answers: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]

    @staticmethod
    def load(name: str) -> "LinearModel":
        """Return the model of `rules/models/<name>.tsv`; one file is read once.

        Raises:
            FileNotFoundError: there is no such model.
            ModelError: the file is no table of weights.
        """
        return load_model(rules_root() / "models" / f"{name}.tsv")

    def score(self, text: str, answer: str | None = None) -> float:
        """Return how likely the answer is, from 0 to 1, each answer asked alone (`None`: the first one)."""
        column = self.answers.index(answer) if answer else 0
        evidence = self.weights[INTERCEPT][column] + sum(added.weight for added in self._added(text, column))
        return 1 / (1 + math.exp(-max(-500.0, min(evidence, 500.0))))

    def best(self, text: str) -> tuple[str, float]:
        """Return the likeliest answer and how likely it is."""
        return max(((answer, self.score(text, answer)) for answer in self.answers), key=lambda scored: scored[1])

    def strongest(self, text: str, answer: str | None = None, count: int = 3) -> tuple[Strength, ...]:
        """Return the pieces that decide most for or against the answer, the strongest first."""
        column = self.answers.index(answer) if answer else 0
        return tuple(sorted(self._added(text, column), key=lambda added: (-abs(added.weight), added.piece))[:count])

    def _added(self, text: str, column: int) -> Iterator[Strength]:
        for piece, share in pieces(text).items():
            if weights := self.weights.get(piece):
                yield Strength(piece, share * weights[column])


def pieces(text: str) -> dict[str, float]:
    """Return the pieces of a text, each once, with the share that makes long and short texts comparable.

    Width and case of the characters make no difference, nor do blanks; every digit counts as the same one.
    """
    marked = START + "".join("0" if char.isdigit() else char for char in fold(text).lower()) + END
    found = dict.fromkeys(
        marked[start : start + length]
        for length in range(1, LONGEST + 1)
        for start in range(len(marked) - length + 1)
        if marked[start : start + length] not in {START, END}
    )
    share = 1 / math.sqrt(len(found)) if found else 0.0
    return dict.fromkeys(found, share)


@lru_cache(maxsize=16)
def load_model(path: Path) -> LinearModel:
    """Return the model of a file: notes after `#`, a head (`piece`, an answer a column), then a piece a line.

    Raises:
        FileNotFoundError: there is no such file.
        ModelError: a line does not hold a piece and one number an answer.
    """
    rows = [(number, line.split("\t")) for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
            if line and not line.startswith("# ")]  # fmt: skip
    if not rows or rows[0][1][0] != "piece":
        raise ModelError(f"{path}: 缺少表头“piece” / the head `piece` is missing")
    answers = tuple(rows[0][1][1:])
    weights = {cells[0]: _numbers(path, number, cells[1:], len(answers)) for number, cells in rows[1:]}
    if INTERCEPT not in weights:
        raise ModelError(f"{path}: 缺少常数项“{INTERCEPT}” / the line of the intercept `{INTERCEPT}` is missing")
    return LinearModel(path.stem, answers, weights)


def _numbers(path: Path, line: int, cells: list[str], count: int) -> tuple[float, ...]:
    try:
        numbers = tuple(float(cell) for cell in cells)
    except ValueError:
        numbers = ()
    if len(numbers) != count or not all(map(math.isfinite, numbers)):
        raise ModelError(f"{path}:{line}: 应为{count}个数 / {count} numbers are expected")
    return numbers
