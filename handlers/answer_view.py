"""An Answer or an Abstention as text, in its own language."""

from handlers.markup import Marked, Markup, lines, paragraphs, words
from handlers.source_view import marks, short
from handlers.texts import Say, Texts
from knowledge.schema import Claim, Dispute
from retrieval.answer import Abstention, Answer, Reason, Since


def render(result: Answer | Abstention, texts: Texts, markup: Markup) -> Marked:
    """The whole message, without its buttons."""
    say = texts.speak(result.language)
    return _abstention(result, say, markup) if isinstance(result, Abstention) else _answer(result, say, markup)


def _abstention(abstention: Abstention, say: Say, markup: Markup) -> Marked:
    told, options = _nearest(abstention, say)
    choice = lines([markup.text(told), markup.options(options)])
    return paragraphs([markup.text(_reason(abstention, say)), choice])


def _nearest(abstention: Abstention, say: Say) -> tuple[str, list[str]]:
    """The questions that may have been meant; where there are none, the cases that are near, or to choose from."""
    if abstention.nearest:
        return say("nearest-questions"), [claim.questions.in_language(say.language)[0] for claim in abstention.nearest]
    names = [case.name.in_language(say.language) for case in abstention.cases]
    return say("nearest-cases") if names and abstention.reason is not Reason.WHICH_CASE else "", names


def _reason(abstention: Abstention, say: Say) -> str:
    if abstention.reason is Reason.NOTHING_FOUND and abstention.case is not None:
        return say("nothing-found-about", name=abstention.case.name.in_language(say.language))
    return say(f"reason-{abstention.reason}")


def _answer(answer: Answer, say: Say, markup: Markup) -> Marked:
    # Where no reading is best supported, none may stand at the top as if it were the fact.
    unsettled = answer.readings if answer.dispute is not None and answer.dispute.best is None else ()
    claims = [claim for claim in answer.claims if claim not in unsettled]
    readings = unsettled or [claim for claim in answer.readings if claim not in answer.claims]
    dispute = [] if answer.dispute is None else [_heading(answer.dispute, say, markup)]
    dispute += [_reading(claim, answer, say, markup) for claim in readings]
    dispute += [] if answer.dispute is None else [markup.text(answer.dispute.why.in_language(say.language))]
    return paragraphs(
        [
            *(_claim(claim, answer, markup) for claim in claims),
            lines(dispute),
            lines(_since(since, answer, say, markup) for since in answer.since),
            short(answer.sources, say, markup),
        ]
    )


def _claim(claim: Claim, answer: Answer, markup: Markup) -> Marked:
    return markup.text(f"{claim.text.in_language(answer.language)} {marks(answer.numbers(claim))}")


def _heading(dispute: Dispute, say: Say, markup: Markup) -> Marked:
    return markup.bold(markup.text(say("dispute", topic=dispute.topic.in_language(say.language))))


def _reading(claim: Claim, answer: Answer, say: Say, markup: Markup) -> Marked:
    best = answer.dispute is not None and answer.dispute.best == claim.id
    label = markup.italic(markup.text(say("best-reading"))) if best else Marked("")
    return words(markup.text("•"), label, _claim(claim, answer, markup))


def _since(since: Since, answer: Answer, say: Say, markup: Markup) -> Marked:
    # With several fates, or one that is not of the answer's case, whose it is has to be said.
    of_another = since.case.id != answer.case.id or len(answer.since) > 1
    label = say("since-then-of", name=since.case.name.in_language(say.language)) if of_another else say("since-then")
    told = f"{since.text.in_language(say.language)} {marks(answer.numbers(since))}"
    return words(markup.bold(markup.text(label)), markup.text(told))
