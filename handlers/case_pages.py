"""Cards, sources and the list of cases as replies, one page at a time."""

from handlers import case_view, keyboards
from handlers.markup import Marked
from handlers.replies import HTML, Reply
from handlers.split import split
from handlers.texts import Say
from knowledge.base import Knowledge
from knowledge.schema import Case

# As many buttons as a telephone shows without scrolling.
CASES_PER_PAGE = 8


def card(case: Case, page: int, knowledge: Knowledge, say: Say) -> Reply:
    html, page, pages = _page(case_view.render(case, knowledge, say, HTML), page)
    letters = any(case.id in letter.cases for letter in knowledge.letters.values())
    return Reply(html, keyboards.card(case, page, pages, say, letters=letters))


def sources(case: Case, page: int, knowledge: Knowledge, say: Say) -> Reply:
    html, page, pages = _page(case_view.render_sources(case, knowledge, say, HTML), page)
    return Reply(html, keyboards.case_sources(case, page, pages, say))


def case_list(page: int, knowledge: Knowledge, say: Say) -> Reply:
    cases = case_view.listed(knowledge, say)
    pages = -(-len(cases) // CASES_PER_PAGE) or 1
    page = _within(page, pages)
    shown = cases[page * CASES_PER_PAGE : (page + 1) * CASES_PER_PAGE]
    html = case_view.render_list(shown, page, pages, len(cases), say, HTML)
    return Reply(html, keyboards.case_list(shown, page, pages, say))


def _page(html: Marked, page: int) -> tuple[Marked, int, int]:
    """The page, its number and how many there are; the nearest one where the number is too high."""
    parts = split(html)
    page = _within(page, len(parts))
    return parts[page], page, len(parts)


def _within(page: int, pages: int) -> int:
    return min(max(page, 0), pages - 1)
