"""Groups: privacy, standing of the bot, upgrade."""

from bot.simulator import Client, Simulator
from tests.simulator.raw import Raw


async def heard(raw: Raw) -> list[str]:
    updates = await raw.updates()
    return [update["message"]["text"] for update in updates if "text" in update.get("message", {})]


async def test_privacy_mode_lets_through_what_is_meant_for_the_bot(sim: Simulator, raw: Raw, anna: Client) -> None:
    group = sim.group("Union", [anna, sim.user("Yerlan")])
    await raw.updates(offset=-1)
    posted = await raw.result("sendMessage", chat_id=group.id, text="hello")
    question = next(message for message in anna.chat(group) if message.id == posted["message_id"])
    for text in ("between us", "/cases", "/cases@other_bot", "/cases@solidarity_demo_bot", "@solidarity_demo_bot hi"):
        await anna.say(text, chat=group)
    await anna.say("an answer", chat=group, reply_to=question)
    assert await heard(raw) == ["/cases", "/cases@solidarity_demo_bot", "@solidarity_demo_bot hi", "an answer"]
    sim.promote_bot(group, anna)
    await anna.say("between us", chat=group)
    assert (await heard(raw))[-1] == "between us"


async def test_a_bot_thrown_out_is_refused(sim: Simulator, raw: Raw, anna: Client) -> None:
    group = sim.group("Union", [anna], supergroup=False)
    sim.kick_bot(group, anna)
    description = "Forbidden: bot was kicked from the group chat"
    assert await raw.error("sendMessage", chat_id=group.id, text="x") == description
    assert (await raw.last_update())["my_chat_member"]["new_chat_member"]["status"] == "kicked"


async def test_a_bot_that_left_is_refused(sim: Simulator, raw: Raw, anna: Client) -> None:
    group = sim.group("Union", [anna])
    assert await raw.result("getChatMemberCount", chat_id=group.id) == 2
    assert await raw.result("leaveChat", chat_id=group.id) is True
    description = "Forbidden: bot is not a member of the supergroup chat"
    assert await raw.error("sendMessage", chat_id=group.id, text="x") == description


async def test_an_upgraded_group_names_its_new_id(sim: Simulator, raw: Raw, anna: Client) -> None:
    group = sim.group("Union", [anna], supergroup=False)
    upgraded = sim.migrate(group)
    assert await raw.call("sendMessage", chat_id=group.id, text="x") == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": upgraded.id},
    }
    assert (await raw.last_update())["message"]["migrate_from_chat_id"] == group.id
    assert (await raw.result("getChat", chat_id=upgraded.id))["type"] == "supergroup"
    creator = await raw.result("getChatMember", chat_id=upgraded.id, user_id=anna.id)
    assert creator["status"] == "creator"
