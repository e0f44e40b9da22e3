"""The command line. Heavy parts are imported by the command that needs them: `ask` starts without the bot's."""

import logging
import sys
from datetime import date, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer

from bot.errors import BotError
from bot.settings import Settings, read_settings
from knowledge.errors import InvalidKnowledge, KnowledgeError
from retrieval.errors import RetrievalError

if TYPE_CHECKING:
    from knowledge.base import Knowledge

Lang = Literal["ru", "en"]
Form = Literal["txt", "pdf", "docx", "eml", "png"]

_DAY = typer.Option(formats=["%Y-%m-%d"], help="Another day than today, to see what is open then.")

# What a shell expects of a wrong setting or a wrong call.
_USAGE = 2

app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Answers made of sourced claims."
)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="A question in Russian or English.")] = "",
    jsonl: Annotated[bool, typer.Option(help="Read JSON lines from standard input, write JSON lines.")] = False,
) -> None:
    """Answer a question, with the sources."""
    from bot.asking import Asker, BadLine
    from bot.library import open_retriever
    from handlers.texts import Texts

    if not jsonl and not question.strip():
        raise typer.BadParameter('write a question: solidarity ask "сколько дали кушакбаеву"')
    if jsonl:
        # JSON lines are UTF-8 (RFC 8259), whatever the terminal speaks.
        _reconfigure(sys.stdin, sys.stdout, encoding="utf-8")
    asker = Asker(open_retriever(_settings()), Texts.load())
    if not jsonl:
        typer.echo(asker.text(question))
        return
    bad = 0
    for line in asker.lines(sys.stdin):
        bad += isinstance(line, BadLine)
        typer.echo(str(line), err=isinstance(line, BadLine))
    if bad:
        raise typer.Exit(_USAGE)


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A content folder; the one in use when left out.")] = None,
) -> None:
    """Check the case files; every problem on a line of its own."""
    from knowledge.loader import load
    from knowledge.staleness import stale

    knowledge = load(folder or _settings().content_dir)
    if old := list(stale(knowledge, knowledge.as_of)):
        raise InvalidKnowledge(old)
    typer.echo(
        f"No problems: {len(knowledge.cases)} cases, {len(knowledge.claims)} claims, "
        f"{len(knowledge.sources)} sources, {len(knowledge.letters)} letters, as of {knowledge.as_of}."
    )


@app.command()
def evaluate(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A question set, JSON lines.")],
    errors: Annotated[bool, typer.Option(help="Print every miss with what was found.")] = False,
) -> None:
    """Score a question set by language and kind of question."""
    from bot.evaluation import evaluate as score
    from bot.library import open_retriever

    score(open_retriever(_settings()), file, errors=errors)


@app.command()
def letters(
    as_json: Annotated[bool, typer.Option("--json", help="Write one JSON array.")] = False,
    shut_too: Annotated[bool, typer.Option("--all", help="Also those that may not be sent, with the reason.")] = False,
    lang: Annotated[Lang, typer.Option(help="The language of the list.")] = "en",
    day: Annotated[datetime | None, _DAY] = None,
) -> None:
    """List the letters that may be sent today."""
    from bot.letters import LetterDesk, told
    from handlers.texts import Texts

    desk = LetterDesk(_knowledge(), _today(day))
    if as_json:
        typer.echo(told(desk.listed(shut_too=shut_too)))
        return
    for line in desk.described(shut_too=shut_too, say=Texts.load().speak(lang)):
        typer.echo(line)


@app.command()
def letter(
    name: Annotated[str, typer.Argument(help="The letter's name, as `solidarity letters` lists it.")],
    to: Annotated[str, typer.Option(help="The office; the letter's first one when left out.")] = "",
    lang: Annotated[Lang | None, typer.Option(help="The office's preferred language when left out.")] = None,
    sender: Annotated[str, typer.Option("--name", help="Your name; without it the letter is anonymous.")] = "",
    place: Annotated[str, typer.Option(help="Your town and country.")] = "",
    organisation: Annotated[str, typer.Option(help="Your union or organisation.")] = "",
    own: Annotated[str, typer.Option(help="A paragraph of your own.")] = "",
    form: Annotated[Form, typer.Option("--format", help="What to make of it.")] = "txt",
    out: Annotated[Path | None, typer.Option(dir_okay=False, help="The file; standard output when left out.")] = None,
    day: Annotated[datetime | None, _DAY] = None,
) -> None:
    """Fill in a letter."""
    from bot.letters import LetterDesk, warning, write
    from knowledge.sender import Sender

    desk = LetterDesk(_knowledge(), _today(day))
    written = desk.written(name, to or None, lang, Sender(sender, place, organisation, own))
    write(written, form, out)
    if unsure := warning(written):
        typer.echo(unsure, err=True)


@app.command()
def demo() -> None:
    """Start the bot beside a simulated Telegram and print the address to open in a browser."""
    from bot.demo import run_demo

    run_demo(_settings())


@app.command()
def run(
    only: Annotated[Literal["chat"] | None, typer.Option(help="Talk only; deliver by `solidarity deliver`.")] = None,
) -> None:
    """Start the bot on Telegram (BOT_TOKEN)."""
    from bot.app import run_bot

    run_bot(_settings(), deliver=only is None)


@app.command()
def deliver() -> None:
    """Deliver what is published, and nothing else; several may run beside each other on PostgreSQL."""
    from bot.deliverers import run_deliverer
    from bot.tokens import the_token

    settings = _settings()
    run_deliverer(settings, the_token(settings))


@app.command()
def publish(
    updates: Annotated[list[str] | None, typer.Argument(help="Ids of updates; every new one when left out.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be told, and to how many.")] = False,
) -> None:
    """Tell followers what is new in the case files."""
    from bot import publication

    settings = _settings()
    for line in publication.plan(settings) if dry_run else publication.publish(settings, updates or []):
        typer.echo(line)


@app.command("rotate-key")
def rotate_key() -> None:
    """Encrypt everything anew with the newest key of DATA_KEYS or data.keys."""
    from bot import publication

    count = publication.rotate_key(_settings())
    typer.echo(f"{count} chats are encrypted with the newest key; older keys may be removed in a day.")


def main() -> None:
    """Run a command; what an operator can mend is one clear message, not a traceback."""
    # A terminal without Cyrillic shows question marks.
    _reconfigure(sys.stdout, sys.stderr, errors="replace")
    try:
        app()
    except InvalidKnowledge as error:
        count = len(error.problems)
        typer.echo(f"{error}\n{count} problem{'s' if count > 1 else ''}", err=True)
        sys.exit(1)
    except BotError as error:
        typer.echo(str(error), err=True)
        sys.exit(_USAGE)
    except (KnowledgeError, RetrievalError) as error:
        typer.echo(str(error), err=True)
        sys.exit(1)


def _reconfigure(*streams: TextIO, encoding: str | None = None, errors: str | None = None) -> None:
    for stream in streams:
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=encoding, errors=errors)


def _knowledge() -> "Knowledge":
    from knowledge.cache import load_cached

    settings = _settings()
    return load_cached(settings.content_dir, settings.index_dir)


def _today(day: datetime | None) -> date:
    return day.date() if day else datetime.now().astimezone().date()


def _settings() -> Settings:
    settings = read_settings()
    logging.basicConfig(level=settings.log_level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    # These write the bot's token, or whom they write to, into their log; the others only talk too much.
    for talkative in ("httpx", "httpcore", "telegram", "alembic", "bm25s", "pymorphy3"):
        logging.getLogger(talkative).setLevel(logging.WARNING)
    # A flood is no error of ours: the deliverer waits, and counts it.
    logging.getLogger("telegram.ext.AIORateLimiter").setLevel(logging.CRITICAL)
    return settings
