"""Files that people send and fetch through the page."""

from urllib.parse import quote

from aiohttp import web

from bot.simulator.actions import talking
from bot.simulator.errors import ApiError, SimulatorError
from bot.simulator.state.files import picture_size
from bot.simulator.web.arguments import read_arguments
from bot.simulator.web.control import chat_of, person_of
from bot.simulator.web.keys import WORLD
from bot.simulator.web.replies import refused

SHOWN_INLINE = ("image/png", "image/jpeg", "image/gif", "image/webp")


def add_routes(app: web.Application) -> None:
    """Up and down."""
    app.router.add_post(r"/sim/users/{user:\d+}/file", _upload)
    app.router.add_get("/sim/files/{id}", _download)


async def _upload(request: web.Request) -> web.StreamResponse:
    """Takes one file, part `file`; pictures are sent as photos unless `as` is `document`."""
    world = request.app[WORLD]
    try:
        arguments = await read_arguments(request)
        person = person_of(world, request)
        chat = chat_of(world, person, arguments.values.get("chat"))
        upload = arguments.files.get("file")
        if upload is None:
            raise SimulatorError("missing: file")
        caption = str(arguments.values.get("caption") or "")
        as_photo = arguments.values.get("as") != "document" and picture_size(upload.data) is not None
        send = talking.send_photo if as_photo else talking.send_document
        return web.json_response(send(world, person, chat, upload, caption).body)
    except (SimulatorError, ApiError, ValueError) as error:
        return refused(error)


async def _download(request: web.Request) -> web.StreamResponse:
    stored = request.app[WORLD].files.by_id(request.match_info["id"])
    if stored is None:
        raise web.HTTPNotFound
    mime = stored.upload.mime
    # Anything but a picture is saved, never opened as a page of this site.
    inline = mime in SHOWN_INLINE and picture_size(stored.upload.data) is not None
    kind = "inline" if inline else "attachment"
    headers = {
        "Content-Type": mime if inline else "application/octet-stream",
        "Content-Disposition": f"{kind}; filename*=UTF-8''{quote(stored.upload.name)}",
        "X-Content-Type-Options": "nosniff",
    }
    return web.Response(body=stored.upload.data, headers=headers)
