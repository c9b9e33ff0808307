"""Frozen values as JSON and back, by the types of their fields; what another process wrote is never trusted."""

import dataclasses
import json
import types
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")


class IncorrectJson(ValueError):
    """The text is no JSON of such a value; the message says where it differs."""


def as_json(value: object) -> str:
    """The value, a frozen dataclass, as one line of JSON that `from_json` reads back."""
    return json.dumps(_plain(value), ensure_ascii=False)


def from_json(kind: type[Value], text: str | bytes) -> Value:
    """The value of this kind that the JSON tells; unknown fields are passed over, everything else raises IncorrectJson.

    >>> @dataclasses.dataclass(frozen=True)
    ... class Day:
    ...     on: date
    ...     names: tuple[str, ...] = ()
    >>> from_json(Day, '{"on": "2026-03-05", "names": ["Lan"]}')
    Day(on=datetime.date(2026, 3, 5), names=('Lan',))
    """
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise IncorrectJson(f"not JSON ({type(error).__name__})") from error
    return _read(kind, content, "it")  # type: ignore[no-any-return]  # the kind decides, which a type cannot say


def _plain(value: object) -> object:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


# What JSON holds and what a field is declared as are known only when read; from here on nothing is `Any`.
def _read(kind: Any, content: Any, where: str) -> Any:  # noqa: ANN401
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        if content is None and type(None) in arguments:
            return None
        [kind] = [one for one in arguments if one is not type(None)]
        return _read(kind, content, where)
    if origin is tuple:
        listed = _of_type(list, content, where)
        return tuple(_read(arguments[0], one, f"{where}[{place}]") for place, one in enumerate(listed))
    if origin is not None and issubclass(origin, Mapping):
        mapped = _of_type(dict, content, where)
        return {_text(key, where): _read(arguments[1], one, f"{where}.{key[:40]}") for key, one in mapped.items()}
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind, _of_type(dict, content, where), where)
    return _single(kind, content, where)


def _dataclass(kind: Any, content: Mapping[str, Any], where: str) -> Any:  # noqa: ANN401
    hints = get_type_hints(kind)
    known = {
        field.name: _read(hints[field.name], content[field.name], f"{where}.{field.name}")
        for field in dataclasses.fields(kind)
        if field.name in content
    }
    try:
        return kind(**known)
    except (TypeError, ValueError) as error:  # a field is missing, or the value itself objects
        raise IncorrectJson(f"{where}: {error}") from error


def _single(kind: Any, content: Any, where: str) -> Any:  # noqa: ANN401
    if kind is object:
        return content
    if kind in (int, bool):
        return _of_type(kind, content, where)
    text = _text(content, where)
    if kind is str:
        return text
    try:
        if kind is datetime:
            return _moment(text)
        if kind is date:
            return date.fromisoformat(text)
        if issubclass(kind, StrEnum):
            return kind(text)
    except ValueError as error:
        raise IncorrectJson(f"{where}: {text[:40]!r} is no {kind.__name__}") from error
    raise TypeError(f"{where}: fields of type {kind} are not kept as JSON")


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} has no time zone")
    return moment


def _of_type(kind: type, content: Any, where: str) -> Any:  # noqa: ANN401
    if type(content) is not kind:  # not isinstance: true is no number
        raise IncorrectJson(f"{where}: expected {kind.__name__}, found {type(content).__name__}")
    return content


def _text(content: Any, where: str) -> str:  # noqa: ANN401
    text: str = _of_type(str, content, where)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise IncorrectJson(f"{where}: half a character") from error
    return text
