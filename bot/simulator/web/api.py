"""The Bot API over HTTP."""

import re

from aiohttp import web

from bot.simulator.errors import ApiError, Json, not_found, unauthorized
from bot.simulator.service import BotApi, Described, DroppedConnection
from bot.simulator.state.world import World
from bot.simulator.web.arguments import read_arguments
from bot.simulator.web.keys import API, WORLD

TOKEN = re.compile(r"(\d+):([A-Za-z0-9_-]+)")
# The front end before the Bot API says this in its own way, not in JSON.
TOO_LARGE_PAGE = (
    "<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n"
    "<center><h1>413 Request Entity Too Large</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>"
)


def add_routes(app: web.Application) -> None:
    """The two addresses of the Bot API."""
    app.router.add_route("*", "/bot{token:[^/]*}/{method:[^/]*}", _method)
    app.router.add_get("/file/bot{token:[^/]*}/{path:.+}", _file)


async def _method(request: web.Request) -> web.StreamResponse:
    api: BotApi = request.app[API]
    try:
        check_token(request.app[WORLD], request.match_info["token"])
        if request.method not in ("GET", "POST"):
            raise not_found()
        result = await api.call(request.match_info["method"], await read_arguments(request))
    except ApiError as error:
        return _refusal(error)
    except DroppedConnection:
        if request.transport:
            request.transport.abort()
        return web.Response()
    return web.json_response(_envelope(result))


async def _file(request: web.Request) -> web.StreamResponse:
    world = request.app[WORLD]
    try:
        check_token(world, request.match_info["token"])
        stored = world.files.by_path(request.match_info["path"])
        if stored is None:
            raise not_found()
    except ApiError as error:
        return _refusal(error)
    return web.Response(body=stored.upload.data, content_type="application/octet-stream")


def check_token(world: World, token: str) -> None:
    """Lets only this bot in.

    :raises ApiError: 404 or 401, as the live servers answer.
    """
    parts = TOKEN.fullmatch(token)
    if parts is None:
        raise not_found()
    if parts[1].startswith("0"):
        raise unauthorized("invalid token specified")
    if token != world.settings.token:
        raise unauthorized()


def _envelope(result: object) -> Json:
    if isinstance(result, Described):
        return {"ok": True, "result": result.result, "description": result.description}
    return {"ok": True, "result": result}


def _refusal(error: ApiError) -> web.Response:
    if error.status == 413:
        return web.Response(status=413, text=TOO_LARGE_PAGE, content_type="text/html")
    retry_after = error.parameters.get("retry_after")
    headers = {"Retry-After": str(retry_after)} if retry_after else {}
    return web.json_response(error.as_json(), status=error.status, headers=headers)
