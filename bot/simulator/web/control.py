"""What people do through the page, as JSON under /sim/users."""

from aiohttp import web

from bot.simulator.actions import asking, membership, pressing, talking
from bot.simulator.errors import Json, SimulatorError
from bot.simulator.state.chats import Chat, ChatKind
from bot.simulator.state.people import Person
from bot.simulator.state.world import World
from bot.simulator.web.keys import WORLD
from bot.simulator.web.replies import Act, body_of, reply
from bot.simulator.web.views import chats_view, person_view, state_view


def add_routes(app: web.Application) -> None:
    """One address per thing that a person does."""
    app.router.add_get("/sim/users", reply(_people))
    app.router.add_put(r"/sim/users/{user:\d+}", _put_person)
    app.router.add_get(r"/sim/users/{user:\d+}/state", reply(_state))
    app.router.add_get(r"/sim/users/{user:\d+}/chats", reply(_chats))
    acts: dict[str, Act] = {
        "text": _say,
        "press": _press,
        "inline": _ask,
        "choose": _choose,
        "block": _block,
        "unblock": _unblock,
        "groups": _group,
    }
    for name, act in acts.items():
        app.router.add_post(rf"/sim/users/{{user:\d+}}/{name}", reply(act))


def person_of(world: World, request: web.Request) -> Person:
    """The person in the address."""
    return world.person(int(request.match_info["user"]))


def chat_of(world: World, person: Person, value: object) -> Chat:
    """The chat that was asked for, by default the dialogue with the bot; only for those in it."""
    chat = world.chat(int(str(value or person.id)))
    if person.id not in chat.members:
        raise SimulatorError(f"{person.first_name} is not in chat {chat.id}")
    return chat


async def _put_person(request: web.Request) -> web.StreamResponse:
    """Creates a person, or changes their name or language."""
    world, data = request.app[WORLD], await body_of(request)
    number = int(request.match_info["user"])
    if number not in world.people:
        world.add_person(Person(number, str(data.get("first_name") or f"User {number}")))
    person = world.person(number)
    person.first_name = str(data.get("first_name") or person.first_name)
    person.language_code = str(data.get("language_code") or person.language_code)
    return web.json_response(person_view(person))


def _people(world: World, request: web.Request, data: Json) -> object:
    return [person_view(person) for person in world.people.values()]


def _state(world: World, request: web.Request, data: Json) -> object:
    person = person_of(world, request)
    return state_view(world, person, chat_of(world, person, request.query.get("chat")))


def _chats(world: World, request: web.Request, data: Json) -> object:
    return chats_view(world, person_of(world, request))


def _say(world: World, request: web.Request, data: Json) -> object:
    person = person_of(world, request)
    reply_to = int(data["reply_to"]) if data.get("reply_to") else None
    chat = chat_of(world, person, data.get("chat"))
    return talking.say(world, person, chat, str(data.get("text", "")), reply_to).body


def _press(world: World, request: web.Request, data: Json) -> object:
    person = person_of(world, request)
    chat = chat_of(world, person, data.get("chat"))
    opened = pressing.press(world, person, chat, int(data["message"]), str(data["data"]))
    return {"query_id": opened.id}


def _ask(world: World, request: web.Request, data: Json) -> object:
    person = person_of(world, request)
    asked = asking.ask(world, person, str(data.get("query", "")), chat_of(world, person, data.get("chat")))
    return {"query_id": asked.id}


def _choose(world: World, request: web.Request, data: Json) -> object:
    person = person_of(world, request)
    chat = chat_of(world, person, data.get("chat"))
    return asking.choose(world, person, str(data["query_id"]), str(data["result_id"]), chat).body


def _block(world: World, request: web.Request, data: Json) -> object:
    membership.block(world, person_of(world, request))
    return {}


def _unblock(world: World, request: web.Request, data: Json) -> object:
    membership.unblock(world, person_of(world, request))
    return {}


def _group(world: World, request: web.Request, data: Json) -> object:
    """Makes a supergroup with the bot and the people named by id."""
    person = person_of(world, request)
    title = str(data.get("title") or "Group")
    chat = membership.create_group(world, person, title, ChatKind.SUPERGROUP)
    for member in data.get("members", []):
        membership.join(world, world.person(int(member)), chat)
    membership.add_bot(world, chat, person)
    return {"chat_id": chat.id}
