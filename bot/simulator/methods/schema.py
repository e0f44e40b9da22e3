"""Calls checked against aiogram's models of the Bot API."""

import json
from functools import cache
from typing import Any, get_args

from aiogram import methods
from aiogram.methods import TelegramMethod
from aiogram.types import InputFile
from pydantic import BaseModel, ValidationError

from bot.simulator.errors import ApiError, Json, bad_request
from bot.simulator.state.calls import Arguments, Call
from bot.simulator.state.queries import TOO_OLD
from bot.simulator.state.world import World

MethodModel = type[TelegramMethod[Any]]
# Telegram has its own complaints about these, so they are checked where they are read.
READ_LATER = frozenset({"reply_markup", "entities", "caption_entities", "chat_id"})
MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "media": "there is no media in the request",
    "callback_query_id": TOO_OLD,
    "inline_query_id": TOO_OLD,
    "action": "wrong parameter action in request",
    "file_id": "file_id not specified",
}
UNPARSED = {"reply_markup": "can't parse reply keyboard markup JSON object"}


@cache
def models() -> dict[str, MethodModel]:
    """Every method of the Bot API by its name in lower case."""
    found = (getattr(methods, name) for name in methods.__all__)
    return {
        model.__api_method__.lower(): model
        for model in found
        if issubclass(model, TelegramMethod) and isinstance(model.__api_method__, str)
    }


def checked_call(world: World, model: MethodModel, arguments: Arguments) -> Call:
    """The call with its values in their types.

    :raises ApiError: naming the parameter that is missing or ill-typed.
    """
    name = model.__api_method__
    fields = model.model_fields
    files = {key: f"attach://{key}" for key in arguments.files if key in fields}
    given = {key: value for key, value in (arguments.values | files).items() if value not in ("", None)}
    for key in sorted(set(given) - set(fields)):
        world.warn(f'{name}: parameter "{key}" is unknown and ignored')
    params = {key: _decoded(model, key, value) for key, value in given.items() if key in fields}
    return Call(name, params | _validated(model, params), arguments.files)


def _validated(model: MethodModel, params: Json) -> Json:
    fields = model.model_fields
    for key in ("chat_id", "text", "message_id", *fields):
        if key in fields and fields[key].is_required() and key not in params:
            raise bad_request(MISSING.get(key, f'parameter "{key}" is required'))
    later = {key for key in params if key in READ_LATER or _only_file(fields[key].annotation)}
    checked = {key: value for key, value in params.items() if key not in later}
    try:
        value = model.model_validate(checked | ({"chat_id": 1} if "chat_id" in fields else {}))
    except ValidationError as error:
        raise _ill_typed(error) from error
    scalars = {key: getattr(value, key) for key in checked}
    return {key: scalar for key, scalar in scalars.items() if isinstance(scalar, bool | int | float | str)}


def _ill_typed(error: ValidationError) -> ApiError:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"])
    return bad_request(f'parameter "{place}" is ill-typed: {first["msg"]}')


def _decoded(model: MethodModel, key: str, value: object) -> object:
    if not isinstance(value, str) or not _structured(model.model_fields[key].annotation):
        return value
    try:
        return json.loads(value)
    except ValueError as error:
        raise bad_request(UNPARSED.get(key, f"can't parse {key} JSON object")) from error


def _structured(annotation: object) -> bool:
    """Whether the parameter travels as JSON inside a form."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    if getattr(annotation, "__origin__", None) is list:
        return True
    return any(_structured(part) for part in get_args(annotation))


def _only_file(annotation: object) -> bool:
    parts = set(get_args(annotation)) - {type(None)}
    return parts == {InputFile} or annotation is InputFile
