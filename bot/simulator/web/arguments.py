"""What a request to the Bot API carries, in whichever of the four ways."""

from aiohttp import BodyPartReader, web

from bot.simulator.errors import ApiError, Json, bad_request
from bot.simulator.state.calls import Arguments
from bot.simulator.state.files import Upload

# Telegram's front end cuts bodies off a little above the 50 MB of the largest file.
MOST_BYTES = 52 * 1024 * 1024


async def read_arguments(request: web.Request) -> Arguments:
    """Values from query and body, and the files beside them.

    :raises ApiError: for a body that can't be read or is too large.
    """
    values: Json = dict(request.query)
    if not request.can_read_body:
        return Arguments(values, {})
    if (request.content_length or 0) > MOST_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    if request.content_type == "application/json":
        return Arguments(values | await _from_json(request), {})
    if request.content_type == "multipart/form-data":
        return await _from_multipart(request, values)
    if request.content_type == "application/x-www-form-urlencoded":
        return Arguments(values | {key: str(value) for key, value in (await request.post()).items()}, {})
    return Arguments(values, {})


async def _from_json(request: web.Request) -> Json:
    try:
        body = await request.json()
    except ValueError as error:
        raise bad_request("can't parse JSON encoded request body") from error
    if not isinstance(body, dict):
        raise bad_request("object expected as request body")
    return body


async def _from_multipart(request: web.Request, values: Json) -> Arguments:
    files: dict[str, Upload] = {}
    total = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        data = bytes(await part.read(decode=True))
        total += len(data)
        if total > MOST_BYTES:
            raise ApiError(413, "Request Entity Too Large")
        if part.filename is None:
            values[part.name] = data.decode(errors="replace")
        else:
            content_type = part.headers.get("Content-Type", "")
            files[part.name] = Upload(part.filename, data, content_type)
    return Arguments(values, files)
