"""What is wrong with a rule file: where, and what to write instead, in both languages."""

from collections.abc import Iterable

from perflint.judge.nearest import closest
from perflint.judge.rule import Bilingual


class RuleError(Exception):
    """A rule file that cannot be used: the file, the line (from 1), the column, and what to write instead."""

    def __init__(self, path: str, line: int, column: int, said: Bilingual) -> None:
        self.path, self.line, self.column, self.said = path, line, column, said
        super().__init__(f"{self.place}: {said.zh} / {said.en}" if "\n" not in said.en else self.say("en"))

    @property
    def place(self) -> str:
        """The place as compilers print it: file, line and column."""
        return f"{self.path}:{self.line}:{self.column}"

    def say(self, lang: str) -> str:
        """Return the whole message in a language, `zh` or `en`."""
        return f"{self.place}: {self.said.say(lang)}"


def meant(word: str, known: Iterable[str]) -> Bilingual:
    """Return the question whether the nearest known word was meant, "" if none is near."""
    return asked(closest(word, known))


def asked(near: str) -> Bilingual:
    """Return the question whether a word was meant, "" for none."""
    return Bilingual(f"；是不是“{near}”？", f"; did you mean `{near}`?") if near else Bilingual("", "")


def joined(*parts: Bilingual) -> Bilingual:
    """Return texts one after the other."""
    return Bilingual("".join(part.zh for part in parts), "".join(part.en for part in parts))
