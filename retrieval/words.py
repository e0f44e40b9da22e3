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
    "офигеть скольких скольким насколько лишь даже нужна нужно нужен надо "
    "примерно вроде наверное просто тогда сразу ребята друзья уточните уточни хочу хотел хотела узнать понять "
    "вопрос здорово пока ага угу ясно понятно "
    "спс хай сравни сравните сравнить разница разницу между отличие отличия отличается дольше перечисли перечислите "
    "перечислить назови назовите список"
)
_ASKING_EN = (
    "much many long tell say said explain know knows known please hi hello hey thanks thank happen happened "
    "happening exactly really actually whats wheres whos hows whens whys dont doesnt didnt isnt wasnt ive got "
    "get gets would could can may might shall true heard read today nowadays currently days ok okay fine btw lol omg "
    "anything something everything everyone everybody someone somebody anyone anybody kind sort mention mentions "
    "mentioned else even ever still yet already also too maybe though like some stuff thing things "
    "wondering curious question yes good morning afternoon evening compare compared comparison difference between "
    "longer list versus vs"
)
_PRONOUNS = (
    "он она они его ее их ему ей им ним ней них нему него нее ими нем этот эта эти этого этой этих там тогда "
    "he she they him her them his hers their theirs it its this that these those there then"
)

RUSSIAN = frozenset(STOPWORDS_RUSSIAN) | frozenset(_ASKING_RU.split())
ENGLISH = frozenset(STOPWORDS_EN_PLUS) | frozenset(_ASKING_EN.split())
# Question words that the lists of function words leave out.
_FOREIGN_QUESTIONS = (
    "wie wo wer wann warum wieso wieviel lange ist est où ou qui que quand pourquoi combien quel quelle donde dónde "
    "cuando cuándo quien quién porque cuanto cuánto dove quando chi perche perché quanto kim nerede neden kaç ne zaman"
)
# What English has as well, or an abbreviation looks like, says nothing about the language.
_ENGLISH_TOO = frozenset(("en", "es", "ta", "da", "un", "die", "war", "hat", "man", "come", "plus", "per", "ad"))
FOREIGN = tuple(
    (frozenset(listed) | frozenset(_FOREIGN_QUESTIONS.split())) - ENGLISH - _ENGLISH_TOO
    for listed in (STOPWORDS_FRENCH, STOPWORDS_GERMAN, STOPWORDS_ITALIAN, STOPWORDS_SPANISH, STOPWORDS_TURKISH)
)

# Carry the form of a question, not its subject: left out when we measure how much of a question a claim covers.
FUNCTION_WORDS = RUSSIAN | ENGLISH
# Lean on something said before.
PRONOUNS = frozenset(_PRONOUNS.split())

# What stands right after these in English is a name, unless an article comes first.
_BEFORE_A_NAME = (
    "was were is are did does do has have had will would can could about for with against mr mrs ms miss dr"
)
BEFORE_A_NAME = frozenset(_BEFORE_A_NAME.split())
MASCULINE = frozenset(["он", "его", "ему", "ним", "него", "нему", "he", "him", "his"])
FEMININE = frozenset(["она", "ее", "ей", "ней", "нее", "she", "her", "hers"])
_OVERVIEW = (
    "а и про о об обо по с со что такое такой такая кто это расскажи расскажите известно случилось стало произошло "
    "дело делу информация инфо история историю означает значит "
    "коротко кратко вкратце подробнее организация расшифруй расшифруйте за пожалуйста плиз можете можно "
    "and about on of the a who what is was tell me us happened to with case story info information know do you "
    "can could would mean means give short version brief briefly summary overview quick fill in pls please up s"
)
# With these a question begins.
_OPENING = (
    "что чего чему чем кто кого кому кем когда где куда откуда почему зачем сколько как какой какая какое какие "
    "what whats how why when where who whos whom whose which did does do is are was were has have can could"
)
OPENING = frozenset(_OPENING.split())
# Say how one feels about an answer, or that it was understood.
_REACTIONS = (
    "спасибо благодарю ясно понятно понял поняла ок окей ладно хорошо жаль жалко грустно печально ужас ужасно кошмар "
    "страшно стыдно обидно круто класс супер молодец молодцы ничего себе вау здорово большое огромное очень какой "
    "какая thank thanks thx ok okay fine good great nice cool wow awful terrible horrible sad shocking shame sorry "
    "understood thats got much very really so oh god damn"
)
REACTIONS = frozenset(_REACTIONS.split())
# Ask whether what was said before is so, and nothing else: "is that right?", «кто из нас прав?».
_CONFIRMING = (
    "правда правду прав права правы верно неверно точно врут врет врете ошибаюсь ошибается ошибаются путаю "
    "понял поняла нас вас помогите подскажите разобраться думаете проверьте проверить подтвердите "
    "true right correct wrong false mistaken sure really help please think cant wont check confirm verify"
)
CONFIRMING = frozenset(_CONFIRMING.split())
# Say that several are compared, and nothing of what is asked about each.
COMPARING = frozenset(
    [
        "и",
        "или",
        "а",
        "между",
        "сравни",
        "сравните",
        "сравнить",
        "сравнение",
        "and",
        "or",
        "vs",
        "versus",
        "between",
        "compare",
        "compared",
        "comparison",
    ]
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
_WHICH = (
    "какой какая какое какие какого какую каким каких каком какими сколько чей чья чье чьи "
    "what which how many much whose"
)
# What stands after these is what the question wants to know.
WHICH = frozenset(_WHICH.split())
_PRIVATE = (
    "жена жену жене женой жены муж мужа мужем супруг супруга супругу женат женаты замужем холост разведен дети детей "
    "ребенок ребенка сын сына сыну дочь дочери дочка дочку дочки мать мама маму мамы отец отца папа брат брата сестра "
    "сестру родители родителей семья семье внуки друзья подруга зовут звали имя фамилия отчество телефон телефона "
    "номер почта адрес живет проживает домашний зарплата зарплату зарабатывает доход оклад рост весит вес рождения "
    "родился родилась знак зодиака религия верит веру мусульманин хобби увлечения любимый любимая ест меню диета "
    "учился училась образование окончил диплом национальность болеет внешность выглядит глаза кличка собака кошка "
    "машина марки инстаграм фейсбук цена цены цену ценой ценам ценах стоимость курс тариф тарифы погода прогноз отель "
    "отели гостиница билет билеты рейс рейсы "
    "wife husband spouse married single divorced children kids child son daughter mother mom father dad brother sister "
    "parents family girlfriend boyfriend name named called surname phone telephone number email address "
    "salary wage earn earns income height tall weigh weighs weight birthday born birthplace zodiac religion religious "
    "muslim hobby hobbies favourite favorite eat eats diet menu studied education degree "
    "university nationality ethnicity health eyes nickname dog cat pet car live lives lived instagram facebook twitter "
    "price prices weather forecast hotel hotels ticket tickets flight flights"
)
AGE = ("возраст", "age")
# Private matters, and those of travellers and markets, which case files leave out: only a claim that has the very word
# can answer.
PRIVATE = frozenset(_PRIVATE.split()) | frozenset(AGE)
