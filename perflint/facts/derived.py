"""Attributes that are derived once: `functools.cached_property` without the lock that it takes on Python 3.11."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

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
