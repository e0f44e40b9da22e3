"""Whether a statement has the form of an answer: a date for when, a length of time for how long, money for how much."""

import re

from knowledge.schema import LANGUAGES, Text
from retrieval.kinds import Asks

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
        r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|twice"
        r"|од(?:ин|на|но)|дв[аеу]\w*|тр[еи]\w*|четыр\w+|пят\w+|шест\w+|сем\w*|вос\w+|девят\w+|десят\w+|сот\w+|тысяч\w*)\b"
    ),
}


def can_answer(text: Text, kind: Asks) -> bool:
    """Whether a claim's text shows, in either language, what a question of this kind wants to hear."""
    form = _FORMS.get(kind)
    return form is None or any(form.search(text.in_language(language).lower()) for language in LANGUAGES)
