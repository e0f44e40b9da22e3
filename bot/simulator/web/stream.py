"""Server-sent events: what one person sees happen."""

import asyncio
import json

from aiohttp import web

from bot.simulator.events import Event
from bot.simulator.state.world import World
from bot.simulator.web.keys import WORLD

# Shorter than the silence after which browsers and proxies give a connection up.
HEARTBEAT_SECONDS = 15.0


def add_routes(app: web.Application) -> None:
    """The stream."""
    app.router.add_get(r"/sim/users/{user:\d+}/events", _events)


async def _events(request: web.Request) -> web.StreamResponse:
    world, user_id = request.app[WORLD], int(request.match_info["user"])
    after = request.headers.get("Last-Event-ID") or request.query.get("after") or len(world.events) - 1
    # A page may remember numbers of a server that has been started anew since.
    number = min(int(after) + 1, len(world.events))
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
    await response.prepare(request)
    try:
        while not world.events.closed:
            for event in world.events.since(number):
                number = event.number + 1
                if _visible(world, event, user_id):
                    await response.write(_line(event))
            if len(world.events) == number and not await world.events.changed(HEARTBEAT_SECONDS):
                await response.write(b": still here\n\n")
    except (ConnectionResetError, asyncio.CancelledError):
        pass
    return response


def _visible(world: World, event: Event, user_id: int) -> bool:
    if event.user_id is not None:
        return event.user_id == user_id
    chat = world.chats.get(event.chat_id)
    return chat is None or user_id in chat.members


def _line(event: Event) -> bytes:
    return f"id: {event.number}\ndata: {json.dumps(event.as_json(), ensure_ascii=False)}\n\n".encode()
