"""JSON in, JSON out, and a plain 400 for what can't be done."""

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from aiohttp import web

from bot.simulator.errors import ApiError, Json, SimulatorError
from bot.simulator.state.world import World
from bot.simulator.web.keys import WORLD

Act: TypeAlias = Callable[[World, web.Request, Json], object]
Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]


def reply(act: Act) -> Handler:
    """A handler that answers with what the act returns."""

    async def handler(request: web.Request) -> web.StreamResponse:
        data = await body_of(request)
        try:
            return web.json_response(act(request.app[WORLD], request, data))
        except (SimulatorError, ApiError, KeyError, ValueError, TypeError) as error:
            return refused(error)

    return handler


def refused(error: Exception) -> web.Response:
    """Why not, as JSON."""
    reason = f"missing: {error}" if isinstance(error, KeyError) else str(error)
    return web.json_response({"error": reason}, status=400)


async def body_of(request: web.Request) -> Json:
    """The JSON object sent along; nothing sent is an empty one."""
    if request.method == "GET" or not request.can_read_body:
        return {}
    # Browsers let foreign pages post forms, but not JSON.
    if request.content_type != "application/json":
        raise web.HTTPUnsupportedMediaType(text="send application/json")
    data = await request.json()
    if not isinstance(data, dict):
        raise web.HTTPBadRequest(text="send a JSON object")
    return data
