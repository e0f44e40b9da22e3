"""News as followers read them: the longest that the checks let pass is still one message."""

import re
from html import unescape
from pathlib import Path

import pytest

from handlers import update_view
from handlers.markup import Html
from handlers.texts import Texts
from knowledge.errors import InvalidKnowledge
from knowledge.loader import load
from knowledge.schema import Language
from tests import content
from tests.bot.test_following import news

# Telegram's limit for a message, after entities are parsed.
LIMIT = 4096


def write(folder: Path, length: int) -> Path:
    cases = content.cases()
    sources = {f"gazeta-{number}": content.SOURCES["gazeta-2018"] for number in range(25)}
    cases["orlova"]["claims"][2]["sources"] = list(sources)
    told = {"ru": "Новость. ".ljust(length, "и"), "en": "News. ".ljust(length, "e")}
    cases["orlova"]["updates"] = [news("one", "2026-09-30") | {"text": told, "claims": ["orlova.release"]}]
    content.write(folder, cases)
    content.dump(folder / "sources.yaml", content.SOURCES | sources)
    return folder


def longest(folder: Path) -> Path:
    """A folder whose update is as long as the checks allow."""
    with pytest.raises(InvalidKnowledge) as caught:
        load(write(folder, LIMIT))
    over = max(int(problem.remedy.split()[1]) for problem in caught.value.problems)
    return write(folder, LIMIT - over)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_longest_update_fits_into_one_message(tmp_path: Path, language: Language) -> None:
    knowledge = load(longest(tmp_path))
    case = knowledge.cases["orlova"]
    html = update_view.render(case.updates[0], case, knowledge, Texts.load().speak(language), Html())
    told = unescape(re.sub(r"<[^>]+>", "", html))
    assert LIMIT / 2 < len(told) <= LIMIT
