"""Texts, captions and explicit entities over HTTP."""

import pytest

from bot.simulator import Client, Simulator
from tests.simulator.raw import Raw


@pytest.mark.parametrize(
    ("arguments", "description"),
    [
        ({}, "Bad Request: message text is empty"),
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": " \n "}, "Bad Request: text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": "x" * 32769}, "Bad Request: text is too long"),
        ({"text": "x", "parse_mode": "LaTeX"}, "Bad Request: unsupported parse_mode"),
        ({"text": "x", "entities": [{"type": "bold", "offset": 1, "length": 1}]},
         "Bad Request: entity begins after the end of the text at UTF-16 offset 1"),
        ({"text": "x", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
         "Bad Request: entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 2"),
        ({"text": "x", "entities": [{"offset": 0, "length": 1}]},
         "Bad Request: can't parse MessageEntity: Can't find field \"type\""),
        ({"text": "x", "disable_notification": "perhaps"},
         'Bad Request: parameter "disable_notification" is ill-typed: Input should be a valid boolean, '
         "unable to interpret input"),
        ({"text": "x", "message_thread_id": 7}, "Bad Request: message thread not found"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "Bad Request: message to be replied not found"),
    ],
)  # fmt: skip
async def test_refusals(raw: Raw, anna: Client, arguments: dict[str, object], description: str) -> None:
    assert await raw.error("sendMessage", chat_id=anna.id, **arguments) == description


async def test_the_limit_counts_code_points_after_parsing(raw: Raw, anna: Client) -> None:
    sent = await raw.result("sendMessage", chat_id=anna.id, text="<b>" + "👍" * 4096 + "</b>", parse_mode="HTML")
    assert len(sent["text"]) == 4096
    assert sent["entities"] == [{"type": "bold", "offset": 0, "length": 8192}]


async def test_an_edit_has_its_own_word_for_too_long(raw: Raw, anna: Client) -> None:
    sent = await raw.result("sendMessage", chat_id=anna.id, text="x")
    place = {"chat_id": anna.id, "message_id": sent["message_id"]}
    assert await raw.error("editMessageText", text="x" * 4097, **place) == "Bad Request: MESSAGE_TOO_LONG"


async def test_unknown_parameters_are_noted_and_ignored(sim: Simulator, raw: Raw, anna: Client) -> None:
    await raw.result("SENDMESSAGE", chat_id=anna.id, text="x", colour="red")
    assert sim.warnings == ['sendMessage: parameter "colour" is unknown and ignored']


async def test_a_reply_may_do_without_its_message(raw: Raw, anna: Client) -> None:
    wanted = {"message_id": 99, "allow_sending_without_reply": True}
    sent = await raw.result("sendMessage", chat_id=anna.id, text="x", reply_parameters=wanted)
    assert "reply_to_message" not in sent
    answer = await raw.result(
        "sendMessage", chat_id=anna.id, text="y", reply_parameters={"message_id": sent["message_id"]}
    )
    assert answer["reply_to_message"]["text"] == "x"


async def test_arguments_travel_in_all_four_ways(raw: Raw, anna: Client) -> None:
    arguments = {"chat_id": str(anna.id), "text": "x"}
    async with raw.session.get(f"{raw.base}/sendMessage", params=arguments) as reply:
        assert (await reply.json())["result"]["message_id"] == 2
    async with raw.session.post(f"{raw.base}/sendMessage", data=arguments) as reply:
        assert (await reply.json())["result"]["message_id"] == 3
    assert (await raw.result("sendMessage", **arguments))["message_id"] == 4
