# Parameter specifications in generic classes and callables; protocols with attributes; special forms.
import typing
from typing import Callable, Concatenate, Generic, List, ParamSpec, Protocol, Required, TypeVar, Union, runtime_checkable

T = TypeVar("T")
P = ParamSpec("P")
Q = ParamSpec("Q")


class A(Generic[P]):
    pass


class B(Generic[T, P]):
    pass


def attempt(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: (A[[int, str]], A[int, str], A[...], A[P], A[int], A[[]], A[[T]][int], A[P][[int]]))
attempt(lambda: (B[int, [str]], B[int, ...], B[int, [str]].__args__))
attempt(lambda: B[int])
attempt(lambda: A[()])
attempt(lambda: B[int, str, 3])
attempt(lambda: Concatenate[int, P][[str]])
attempt(lambda: (Concatenate[int, P][...], Concatenate[int, P][Concatenate[str, Q]], Concatenate[int, P][Q]))
attempt(lambda: Callable[Concatenate[int, P], T][[str], float])
attempt(lambda: Callable[Concatenate[int, P], T][Concatenate[str, Q], int])
attempt(lambda: A[Concatenate[int, P]][[str]])
attempt(lambda: Required[int, str])
attempt(lambda: (List[int].__reduce__(), Union[int, str].__reduce__(), Callable[[int], str].__reduce__()))


@runtime_checkable
class HasX(Protocol):
    x: int


class X:
    x = 1


attempt(lambda: (isinstance(X(), HasX), isinstance(1, HasX)))
attempt(lambda: issubclass(X, HasX))
