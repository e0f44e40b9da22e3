"""The web application: Bot API, control and page behind one address."""

from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.simulator.service import BotApi
from bot.simulator.state.world import World
from bot.simulator.web import api as bot_api
from bot.simulator.web import control, files, inspection, page, stream
from bot.simulator.web.arguments import MOST_BYTES
from bot.simulator.web.keys import API, WORLD

LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "::1"})


def create_app(world: World, api: BotApi) -> web.Application:
    """All routes over one world."""
    app = web.Application(middlewares=[only_from_here], client_max_size=MOST_BYTES)
    app[WORLD], app[API] = world, api
    bot_api.add_routes(app)
    control.add_routes(app)
    files.add_routes(app)
    inspection.add_routes(app)
    stream.add_routes(app)
    page.add_routes(app)
    return app


@web.middleware
async def only_from_here(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Keeps other web sites in the same browser from writing into the chats."""
    if request.path.startswith("/sim/"):
        origin = request.headers.get("Origin")
        if origin and urlsplit(origin).netloc != request.host:
            raise web.HTTPForbidden(text="another site's page may not use the simulator")
        if _loopback(request) and urlsplit(f"//{request.host}").hostname not in LOCAL_NAMES:
            raise web.HTTPForbidden(text="unknown host name")
    return await handler(request)


def _loopback(request: web.Request) -> bool:
    return request.remote in LOCAL_NAMES
