"""What the bot says, from locales/ru.ftl and locales/en.ftl."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

from handlers.errors import BrokenText, MissingText
from knowledge.schema import LANGUAGES, Language

LOCALES = Path(__file__).parent / "locales"

Argument = str | int


@dataclass(frozen=True, slots=True)
class Texts:
    """Every text in both languages; `texts(key, language, **args)` gives one."""

    bundles: Mapping[Language, FluentBundle]

    @classmethod
    def load(cls, folder: Path = LOCALES) -> Self:
        """Read both locale files; BrokenText where one does not parse."""
        return cls({language: _bundle(folder / f"{language}.ftl", language) for language in LANGUAGES})

    def __call__(self, key: str, language: Language, /, **args: Argument) -> str:
        """The text; MissingText or BrokenText says what the locale file lacks."""
        bundle = self.bundles[language]
        if not bundle.has_message(key):
            raise MissingText(key, language)
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise MissingText(key, language)
        text, problems = bundle.format_pattern(pattern, args)
        if problems:
            raise BrokenText(key, language, problems)
        return str(text)

    def speak(self, language: Language) -> "Say":
        return Say(self, language)


@dataclass(frozen=True, slots=True)
class Say:
    """The texts in one language: `say(key, **args)`."""

    texts: Texts
    language: Language

    def __call__(self, key: str, /, **args: Argument) -> str:
        return self.texts(key, self.language, **args)


def _bundle(path: Path, language: Language) -> FluentBundle:
    resource = FluentResource(path.read_text(encoding="utf-8"))
    junk = [(entry.content or "").strip() for entry in resource.body if isinstance(entry, ast.Junk)]
    if junk:
        raise BrokenText("file", language, junk)
    # Marks that isolate directions would stand in every copied name and number; no locale here needs them.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(resource)
    return bundle
