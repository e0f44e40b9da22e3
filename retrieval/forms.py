"""Whether a statement has the form of an answer: a date for when, a length of time for how long, money for how much."""

import re

from knowledge.schema import LANGUAGES, Text
from retrieval.kinds import Asks
from retrieval.years import MONTH

# What the text must show to answer a question of the kind; other kinds show in no outward form.
_FORMS = {
    Asks.WHEN: re.compile(r"\b(?:19|20)\d\d\b"),
    Asks.HOW_LONG: re.compile(
        r"\b(?:years?|months?|weeks?|days?|hours?|until|лет|год[ауы]?|месяц\w*|недел\w+|дн(?:я|ей)|сут\w+|час\w*)\b"
    ),
    Asks.HOW_MUCH: re.compile(
        r"[$€£¥₽₸₴]|\b(?:usd|eur|gbp|kzt|rub|uah|uzs|kgs|dollars?|euros?|pounds?|rou?bles?|tenge|crowns?|francs?|marks?"
        r"|som|soms|lari|lei|hryvnias?|rupees?|pesos?|тенге|доллар\w*|евро|рубл\w+|фунт\w*|крон\w*|франк\w*|мар(?:ок|к[аи])"
        r"|сом(?:ов|а)?|лари|лей|леев|гривн\w+|гривен|рупи\w+|песо|злот\w+|драм\w*|манат\w*|юан\w+)\b"
    ),
    Asks.HOW_MANY: re.compile(
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
        r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|hundreds?|thousands?|twice"
        r"|од(?:ин|на|но|иннадцат\w*)|дв(?:а|е|ух|ум|умя|ое|оих|ажды|адцат\w*|енадцат\w*)"
        r"|тр(?:и|[её]х|[её]м|емя|ое|оих|и(?:над|д)цат\w*)|четыр\w+|четверо|сорок\w*|девяност\w*"
        r"|пят(?:ь|и|ью|еро|ерых|надцат\w*|ьдесят)|шест(?:ь|и|ью|еро|надцат\w*|ьдесят)"
        r"|сем(?:ь|и|ью|еро|надцат\w*|ьдесят)|вос(?:емь|ьми|емнадцат\w*|емьдесят)|девят\w+|десят\w+"
        r"|сотн\w+|сотен|сто|двести|триста|тысяч\w*)\b"
    ),
}
# The day and the year of an event, and the number of a law, are neither a length of time nor a count.
_DATED = re.compile(
    rf"\b\d{{1,2}} (?:{MONTH}[ая]?"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|\b(?:19|20)\d\d(?:[–-](?:19|20)?\d\d)?(?: год\w*)?|(?:№|no\.|стат\w+|articles?|convention) ?\d[\w-]*"
    r"|\b\d+(?:-?(?:st|nd|rd|th|й|я|е|м|ю|го|му))\b"
)
_NEVER_DATES = frozenset([Asks.HOW_LONG, Asks.HOW_MANY])


def can_answer(text: Text, kind: Asks) -> bool:
    """Whether a claim's text shows, in either language, what a question of this kind wants to hear."""
    form = _FORMS.get(kind)
    return form is None or any(form.search(_told(text.in_language(language), kind)) for language in LANGUAGES)


def _told(text: str, kind: Asks) -> str:
    return _DATED.sub("", text.lower()) if kind in _NEVER_DATES else text.lower()
