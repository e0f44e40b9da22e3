"""Chats, edits and deletions."""

import pytest

from bot.simulator import Client, Simulator
from tests.simulator.raw import Raw

HOURS = 60 * 60
UNMODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
BUTTON = {"inline_keyboard": [[{"text": "x", "callback_data": "y"}]]}


@pytest.mark.parametrize(
    ("chat_id", "description"),
    [
        ("", "Bad Request: chat_id is empty"),
        (0, "Bad Request: chat not found"),
        (-1, "Bad Request: chat not found"),
        ("abc", "Bad Request: chat not found"),
        ("@nobody", "Bad Request: chat not found"),
    ],
)
async def test_wrong_chats(raw: Raw, chat_id: object, description: str) -> None:
    assert await raw.error("sendMessage", chat_id=chat_id, text="x") == description
    assert await raw.error("sendMessage", text="x") == "Bad Request: chat_id is empty"


async def test_the_bot_can_not_write_first(sim: Simulator, raw: Raw) -> None:
    silent = sim.user("Silent")
    assert await raw.error("sendMessage", chat_id=silent.id, text="x") == "Bad Request: chat not found"


async def test_a_blocked_bot_hears_of_it_and_is_refused(raw: Raw, anna: Client) -> None:
    anna.block()
    change = (await raw.last_update())["my_chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    refusal = await raw.call("sendMessage", chat_id=anna.id, text="x")
    assert refusal == {"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}
    anna.unblock()
    assert (await raw.last_update())["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert (await raw.result("sendMessage", chat_id=anna.id, text="x"))["text"] == "x"
    anna.delete_account()
    assert await raw.error("sendMessage", chat_id=anna.id, text="x") == "Forbidden: user is deactivated"


async def test_edits(raw: Raw, anna: Client) -> None:
    sent = await raw.result("sendMessage", chat_id=anna.id, text="x", reply_markup=BUTTON)
    place = {"chat_id": anna.id, "message_id": sent["message_id"]}
    assert await raw.error("editMessageText", text="x", reply_markup=BUTTON, **place) == UNMODIFIED
    assert await raw.error("editMessageReplyMarkup", reply_markup=BUTTON, **place) == UNMODIFIED
    # An edit without buttons takes the buttons away.
    edited = await raw.result("editMessageText", text="x", **place)
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]
    assert await raw.error("editMessageText", text="x", **place) == UNMODIFIED
    assert (
        await raw.error("editMessageCaption", caption="x", **place)
        == "Bad Request: there is no caption in the message to edit"
    )


async def test_what_can_not_be_edited(raw: Raw, anna: Client) -> None:
    own = anna.last().id
    wrong = {"chat_id": anna.id, "text": "y"}
    assert await raw.error("editMessageText", message_id=own, **wrong) == "Bad Request: message can't be edited"
    assert await raw.error("editMessageText", message_id=99, **wrong) == "Bad Request: message to edit not found"
    assert await raw.error("editMessageText", **wrong) == "Bad Request: message identifier is not specified"


async def test_deletions(sim: Simulator, raw: Raw, anna: Client) -> None:
    sent = [await raw.result("sendMessage", chat_id=anna.id, text="x") for _ in range(3)]
    first, second, third = (message["message_id"] for message in sent)
    assert await raw.result("deleteMessage", chat_id=anna.id, message_id=first) is True
    assert (
        await raw.error("deleteMessage", chat_id=anna.id, message_id=first)
        == "Bad Request: message to delete not found"
    )
    assert await raw.result("deleteMessages", chat_id=anna.id, message_ids=[first, second]) is True
    assert [message.id for message in anna.chat()] == [1, third]
    sim.clock.advance(49 * HOURS)
    assert (
        await raw.error("deleteMessage", chat_id=anna.id, message_id=third)
        == "Bad Request: message can't be deleted for everyone"
    )


async def test_methods_and_tokens(sim: Simulator, raw: Raw) -> None:
    assert await raw.error("doMagic") == "Not Found: method not found"
    assert await raw.error("sendDice", chat_id=1) == "Bad Request: method sendDice is not simulated"
    expected = {
        "4242:other": (401, "Unauthorized"),
        "042:x": (401, "Unauthorized: invalid token specified"),
        "word": (404, "Not Found"),
        "": (404, "Not Found"),
    }
    for token, answer in expected.items():
        async with raw.session.get(f"{sim.url}/bot{token}/getMe") as reply:
            assert (reply.status, (await reply.json())["description"]) == answer


async def test_commands_per_scope_and_language(raw: Raw, anna: Client) -> None:
    english = [{"command": "cases", "description": "Cases"}]
    russian = [{"command": "cases", "description": "Дела"}]
    await raw.result("setMyCommands", commands=english)
    await raw.result("setMyCommands", commands=russian, language_code="ru", scope={"type": "all_private_chats"})
    assert await raw.result("getMyCommands") == english
    assert await raw.result("getMyCommands", language_code="ru") == []
    assert await raw.result("getMyCommands", language_code="ru", scope={"type": "all_private_chats"}) == russian
    for language, shown in (("ru", russian), ("en", english)):
        anna.set_language(language)
        async with raw.session.get(f"{raw.root}/sim/users/{anna.id}/state") as reply:
            assert (await reply.json())["commands"] == shown
    wrong = [{"command": "Big", "description": "x"}]
    assert await raw.error("setMyCommands", commands=wrong) == "Bad Request: BOT_COMMAND_INVALID"


async def test_a_copy_has_no_origin(raw: Raw, anna: Client) -> None:
    said = await anna.say("look: <b>")
    copied = await raw.result("copyMessage", chat_id=anna.id, from_chat_id=anna.id, message_id=said.id)
    assert copied == {"message_id": said.id + 1}
    assert anna.last().text == "look: <b>"
