"""The bot's name, descriptions, commands and menu button."""

import re

from bot.simulator.errors import Json, bad_request
from bot.simulator.methods.targets import known_chat
from bot.simulator.state.calls import Call
from bot.simulator.state.profile import DEFAULT_SCOPE, scope_key
from bot.simulator.state.world import World

NAME_LENGTH = 64
DESCRIPTION_LENGTH = 512
SHORT_DESCRIPTION_LENGTH = 120
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
COMMAND_DESCRIPTION_LENGTH = 256
MOST_COMMANDS = 100
LANGUAGE = re.compile(r"[a-z]{2}")


def get_me(world: World, call: Call) -> Json:
    """The bot itself."""
    return world.profile.as_me()


def set_my_name(world: World, call: Call) -> bool:
    """A name for one language or for all others."""
    return _set(world, world.profile.names, call, "name", NAME_LENGTH)


def get_my_name(world: World, call: Call) -> Json:
    """The name that readers of the language see."""
    return {"name": world.profile.name(_language(call))}


def set_my_description(world: World, call: Call) -> bool:
    """What stands in an empty chat."""
    return _set(world, world.profile.descriptions, call, "description", DESCRIPTION_LENGTH)


def get_my_description(world: World, call: Call) -> Json:
    """What readers of the language see in an empty chat."""
    return {"description": world.profile.description(_language(call))}


def set_my_short_description(world: World, call: Call) -> bool:
    """What stands on the profile page."""
    return _set(world, world.profile.short_descriptions, call, "short_description", SHORT_DESCRIPTION_LENGTH)


def get_my_short_description(world: World, call: Call) -> Json:
    """What readers of the language see on the profile page."""
    texts = world.profile.short_descriptions
    return {"short_description": texts.get(_language(call)) or texts.get("", "")}


def set_my_commands(world: World, call: Call) -> bool:
    """The menu for one scope and language."""
    commands = call.objects("commands")
    if len(commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    menu = [_command(command) for command in commands]
    key = _menu_key(world, call)
    if menu:
        world.profile.commands[key] = menu
    else:
        world.profile.commands.pop(key, None)
    world.events.add("profile", 0, {})
    return True


def get_my_commands(world: World, call: Call) -> list[Json]:
    """Exactly what was set for this scope and language."""
    return world.profile.commands.get(_menu_key(world, call), [])


def delete_my_commands(world: World, call: Call) -> bool:
    """No menu for this scope and language."""
    world.profile.commands.pop(_menu_key(world, call), None)
    world.events.add("profile", 0, {})
    return True


def set_chat_menu_button(world: World, call: Call) -> bool:
    """The button beside the field to write in, for one chat or for all."""
    button = call.params.get("menu_button") or {"type": "default"}
    if call.text("chat_id"):
        known_chat(world, call).menu_button = button
    else:
        world.profile.menu_button = button
    world.events.add("profile", 0, {})
    return True


def get_chat_menu_button(world: World, call: Call) -> Json:
    """The button of one chat or the default one."""
    own = known_chat(world, call).menu_button if call.text("chat_id") else None
    return own or world.profile.menu_button


def _command(command: Json) -> Json:
    name = str(command["command"]).removeprefix("/")
    description = str(command["description"]).strip()
    if not COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > COMMAND_DESCRIPTION_LENGTH:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _menu_key(world: World, call: Call) -> tuple[str, str]:
    scope: Json = call.params.get("scope") or DEFAULT_SCOPE
    if "chat_id" in scope:
        known_chat(world, Call(call.method, scope, {}))
    return scope_key(scope), _language(call)


def _set(world: World, texts: dict[str, str], call: Call, name: str, most: int) -> bool:
    text = call.text(name).strip()
    if len(text) > most:
        raise bad_request(f"{name.replace('_', ' ')} is too long")
    texts[_language(call)] = text
    world.events.add("profile", 0, {})
    return True


def _language(call: Call) -> str:
    code = call.text("language_code")
    if code and not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code
