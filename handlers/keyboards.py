"""The buttons under a message."""

from collections.abc import Callable, Sequence

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from handlers.callbacks import (
    MAX_ANSWER_SOURCES,
    AnswerSources,
    AskAgain,
    AskExample,
    AskSuggestion,
    CaseList,
    CasePage,
    CaseSources,
    ChooseCase,
    ChooseLanguage,
    Follow,
    OpenCase,
    OpenLetters,
)
from handlers.texts import Say
from knowledge.schema import LANGUAGES, Case, Claim
from retrieval.answer import Abstention, Answer, Reason

EXAMPLES = (1, 2, 3)
_SUGGESTIONS = 3

Row = list[InlineKeyboardButton]


def under(result: Answer | Abstention, say: Say) -> InlineKeyboardMarkup:
    """Case, sources and ask again; for an abstention the nearest questions and cases, or the cases to choose from."""
    again = button(say("button-again"), AskAgain(language=say.language, case_id=result.case.id if result.case else ""))
    if isinstance(result, Answer):
        sources = button(say("button-sources"), _sources(result))
        return keyboard([[_open(say("button-case"), result.case, say), sources], [follow(result.case, say), again]])
    if result.reason is Reason.WHICH_CASE:
        return keyboard([[_choose(case, say)] for case in result.cases])
    nearest = result.cases or ((result.case,) if result.case else ())
    asked = [[_ask(claim, say)] for claim in result.nearest]
    return keyboard([*asked, *([_open(_name(case, say), case, say)] for case in nearest), [again]])


def greeting(say: Say) -> InlineKeyboardMarkup:
    """Example questions, the list of cases, and the languages."""
    examples = [
        [button(say(f"example-{number}"), AskExample(language=say.language, number=number))] for number in EXAMPLES
    ]
    return keyboard([*examples, [_all_cases(say)], _languages(say, greeting=True)])


def languages(say: Say) -> InlineKeyboardMarkup:
    return keyboard([_languages(say, greeting=False)])


def card(case: Case, page: int, pages: int, say: Say, *, letters: bool) -> InlineKeyboardMarkup:
    """The pages of a card, its sources, what to ask about it, its letters, and the way back to the list."""
    language = say.language
    return keyboard(
        [
            _pages(page, pages, lambda to: CasePage(language=language, case_id=case.id, page=to), say),
            [
                button(say("button-sources"), CaseSources(language=language, case_id=case.id)),
                button(say("button-again"), AskAgain(language=language, case_id=case.id)),
            ],
            [
                follow(case, say),
                *([button(say("button-write"), OpenLetters(language=language, case_id=case.id))] if letters else []),
            ],
            [_all_cases(say)],
        ]
    )


def case_sources(case: Case, page: int, pages: int, say: Say) -> InlineKeyboardMarkup:
    language = say.language
    return keyboard(
        [
            _pages(page, pages, lambda to: CaseSources(language=language, case_id=case.id, page=to), say),
            [_open(say("button-case"), case, say)],
        ]
    )


def case_list(cases: Sequence[Case], page: int, pages: int, say: Say) -> InlineKeyboardMarkup:
    """A button per case of the page, and the way to the other pages."""
    turning = _pages(page, pages, lambda to: CaseList(language=say.language, page=to), say)
    return keyboard([*([_open(_name(case, say), case, say)] for case in cases), turning])


def suggestions(case: Case, say: Say) -> InlineKeyboardMarkup:
    """Questions that can be asked about a case, spread over its claims."""
    step = max(len(case.claims) // _SUGGESTIONS, 1)
    return keyboard([[_ask(claim, say)] for claim in case.claims[::step][:_SUGGESTIONS]])


def examples(say: Say) -> InlineKeyboardMarkup:
    return keyboard(
        [[button(say(f"example-{number}"), AskExample(language=say.language, number=number))] for number in EXAMPLES]
    )


def follow(case: Case, say: Say) -> InlineKeyboardButton:
    return button(say("button-follow"), Follow(case_id=case.id))


def button(label: str, data: CallbackData) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=label, callback_data=data.pack())


def keyboard(rows: Sequence[Row]) -> InlineKeyboardMarkup:
    """The rows that have buttons."""
    return InlineKeyboardMarkup(inline_keyboard=[row for row in rows if row])


def _sources(answer: Answer) -> AnswerSources | CaseSources:
    """The sources of the answer, or of its case where there are more than a button can carry."""
    if len(answer.sources) <= MAX_ANSWER_SOURCES:
        return AnswerSources.of(answer)
    return CaseSources(language=answer.language, case_id=answer.case.id)


def _pages(page: int, pages: int, turn: Callable[[int], CallbackData], say: Say) -> Row:
    """Back, where we are, forward; nothing where there is one page. The middle button leads to the same page."""
    if pages == 1:
        return []
    where = [(say("button-page", page=page + 1, pages=pages), page)]
    back = [(say("button-back"), page - 1)] if page > 0 else []
    forward = [(say("button-forward"), page + 1)] if page + 1 < pages else []
    return [button(label, turn(to)) for label, to in (*back, *where, *forward)]


def _languages(say: Say, *, greeting: bool) -> Row:
    return [
        button(say(f"language-{language}"), ChooseLanguage(language=language, greeting=greeting))
        for language in LANGUAGES
    ]


def _open(label: str, case: Case, say: Say) -> InlineKeyboardButton:
    return button(label, OpenCase(language=say.language, case_id=case.id))


def _choose(case: Case, say: Say) -> InlineKeyboardButton:
    return button(_name(case, say), ChooseCase(language=say.language, case_id=case.id))


def _ask(claim: Claim, say: Say) -> InlineKeyboardButton:
    return button(claim.questions.in_language(say.language)[0], AskSuggestion.of(claim, say.language))


def _all_cases(say: Say) -> InlineKeyboardButton:
    return button(say("button-cases"), CaseList(language=say.language))


def _name(case: Case, say: Say) -> str:
    return case.name.in_language(say.language)
