"""What is derived once: `functools.cached_property` without the lock that it takes on Python 3.11, and the same for functions."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Generic, TypeVar, overload

Owner = TypeVar("Owner")
Answer = TypeVar("Answer")


class derived(Generic[Answer]):  # noqa: N801  # used as a decorator, like `property`
    """A property that is computed at the first reading and then stands in the object's `__dict__`."""

    def __init__(self, derive: Callable[[Any], Answer]) -> None:
        self._derive = derive
        self._name = derive.__name__
        self.__doc__ = derive.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "derived[Answer]": ...

    @overload
    def __get__(self, owner: object, kind: type) -> Answer: ...

    def __get__(self, owner: object | None, kind: type) -> "Answer | derived[Answer]":
        """Return the answer, and keep it where Python finds it before it asks this descriptor again."""
        if owner is None:
            return self
        found = owner.__dict__[self._name] = self._derive(owner)
        return found


def once(derive: Callable[[Owner], Answer]) -> Callable[[Owner], Answer]:
    """Return a function of a view that computes at the first call; then the answer stands in the view's `__dict__`."""
    name = f"{derive.__module__}.{derive.__qualname__}"

    @wraps(derive)
    def answer(owner: Owner) -> Answer:
        known: dict[str, Answer] = owner.__dict__
        if name not in known:
            known[name] = derive(owner)
        return known[name]

    return answer
