"""Word lists: function words of the languages, and words that ask without saying what about."""

from bm25s.stopwords import (
    STOPWORDS_EN_PLUS,
    STOPWORDS_FRENCH,
    STOPWORDS_GERMAN,
    STOPWORDS_ITALIAN,
    STOPWORDS_RUSSIAN,
    STOPWORDS_SPANISH,
    STOPWORDS_TURKISH,
)

_ASKING_RU = (
    "сколько почему отчего какие какую каком каких каким какими какого какому какое каково кого кому кем чему "
    "чьи чей чья откуда скажи скажите расскажи расскажите подскажи подскажите ответь объясни объясните знаешь "
    "знаете известно интересно пожалуйста плиз привет здравствуйте добрый день вечер спасибо слышно вообще именно "
    "точно короче типа че чо щас прям который которая которое которые которого которых стал стала стало стали "
    "является это правда неужели слышал слышала слышали говорят пишут теперь сегодня ныне нынче кстати блин ваще "
    "офигеть ребята друзья уточните уточни хочу хотел хотела узнать понять вопрос"
)
_ASKING_EN = (
    "much many long tell say said explain know knows known please hi hello hey thanks thank happen happened "
    "happening exactly really actually whats wheres whos hows whens whys dont doesnt didnt isnt wasnt im ive got "
    "get gets would could can may might shall true heard read today nowadays currently days ok okay fine btw lol omg "
    "wondering curious question good morning afternoon evening"
)
_PRONOUNS = (
    "он она они его ее их ему ей им ним ней них нему него нее ими нем этот эта эти этого этой этих там тогда "
    "he she they him her them his hers their theirs it its this that these those there then"
)

RUSSIAN = frozenset(STOPWORDS_RUSSIAN) | frozenset(_ASKING_RU.split())
ENGLISH = frozenset(STOPWORDS_EN_PLUS) | frozenset(_ASKING_EN.split())
# Short words that English or Latin-typed Russian share with these languages say nothing about which it is.
_SHARED = frozenset(["a", "da", "do", "en", "es", "he", "in", "me", "no", "on", "so", "to", "ta", "all", "am", "an"])
FOREIGN = tuple(
    frozenset(listed) - _SHARED
    for listed in (
        STOPWORDS_FRENCH,
        STOPWORDS_GERMAN,
        STOPWORDS_ITALIAN,
        STOPWORDS_SPANISH,
        STOPWORDS_TURKISH,
    )
)

# Carry the form of a question, not its subject: left out when we measure how much of a question a claim covers.
FUNCTION_WORDS = RUSSIAN | ENGLISH
# Lean on something said before.
PRONOUNS = frozenset(_PRONOUNS.split())
_OVERVIEW = (
    "а и про о об обо по с со что такое такой такая кто это расскажи расскажите известно случилось стало произошло "
    "дело делу информация инфо история "
    "and about on of the a who what is was tell me us happened to with case story info information know do you"
)
# With a name and nothing else than these, a person asks for the case as a whole.
OVERVIEW = frozenset(_OVERVIEW.split())
# Two words before or after a name that ask who or what it is.
WHO_BEFORE = frozenset(
    {("who", "is"), ("who", "s"), ("who", "was"), ("what", "is"), ("what", "s")}
    | {("кто", "такой"), ("кто", "такая"), ("кто", "такие"), ("что", "такое"), ("что", "за")}
)
WHO_AFTER = frozenset(
    {("это", "кто"), ("кто", "такой"), ("кто", "такая"), ("кто", "это"), ("это", "что"), ("что", "это")}
)
