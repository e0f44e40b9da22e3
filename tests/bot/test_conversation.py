"""The whole bot on the shipped case files, talking over HTTP with the simulated Telegram."""

from collections.abc import Callable

from bot.simulator import Client, Shown, Simulator
from retrieval.retriever import Retriever


async def test_a_question_an_answer_its_sources_and_a_follow_up(sim: Simulator) -> None:
    olga = sim.user("Ольга", language="ru")
    await olga.start()
    greeting = await olga.wait_for(lambda shown: bool(shown.buttons))
    assert "Здравствуйте" in greeting.text
    await olga.say("сколько дали кушакбаеву")
    answer = await olga.wait_for("двум с половиной годам")
    assert "28 мая 2018 года" in answer.text
    assert {"Дело", "Источники"} <= set(answer.buttons)
    await olga.press(answer, "Источники")
    sources = await olga.wait_for("Международная амнистия")
    assert "trade unionist Nurbek Kushakbaev jailed" in sources.text
    await olga.say("а когда его освободили?")
    assert "28 мая 2018 года" in (await olga.wait_for("Павлодаре")).text
    assert list(sim.warnings) == []


async def test_which_case_is_asked_back_and_then_answered(sim: Simulator) -> None:
    anna = sim.user("Anna", language="en")
    await anna.start()
    await anna.say("when was he released")
    choice = await anna.wait_for(lambda shown: "Nurbek Kushakbaev" in shown.buttons)
    await anna.press(choice, "Nurbek Kushakbaev")
    assert "28 May 2018" in (await anna.wait_for("28 May 2018")).text


async def test_every_case_card_opens_in_both_languages(sim: Simulator, retriever: Retriever) -> None:
    people = {"ru": sim.user("Ольга", language="ru"), "en": sim.user("Anna", language="en")}
    for language, person in people.items():
        for case in retriever.knowledge.cases.values():
            await person.start(f"case_{case.id}")
            name = case.name.ru if language == "ru" else case.name.en
            assert name in (await person.wait_for(name)).text
    assert list(sim.warnings) == []
    assert [call.description for call in sim.calls if call.status >= 400] == []


async def test_hostile_text_is_only_text(sim: Simulator) -> None:
    anna = sim.user("<b>Anna</b> & {name}", language="en")
    await anna.start()
    for text in ("<script>alert(1)</script>", "</b><i>", "{0} {name} %s", "&lt;", "a" * 4000, "\u202egnp.exe", "🔥🔥"):
        before = len(anna.chat())
        await anna.say(text)
        await anna.wait_for(_reply_after(anna, before))
    assert [call.description for call in sim.calls if call.status >= 400] == []


def _reply_after(person: Client, count: int) -> Callable[[Shown], bool]:
    """Whether the bot has answered what was said after `count` messages."""
    return lambda shown: shown.by_bot and len(person.chat()) > count + 1
