"""Where the web application keeps what its handlers need."""

from aiohttp import web

from bot.simulator.service import BotApi
from bot.simulator.state.world import World

WORLD = web.AppKey("world", World)
API = web.AppKey("api", BotApi)
