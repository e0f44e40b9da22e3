import pytest

from retrieval.language import Script, detect
from retrieval.tokens import words


@pytest.mark.parametrize(
    ("question", "script"),
    [
        ("сколько дали кушакбаеву", Script.RUSSIAN),
        ("why was the confederation dissolved?", Script.ENGLISH),
        ("skolko dali kushakbaevu", Script.LATIN_RUSSIAN),
        ("za chto zakryli KNPRK", Script.LATIN_RUSSIAN),
        ("kogda osvobodili baltabaya", Script.LATIN_RUSSIAN),
        ("что такое KNPRK", Script.RUSSIAN),
        ("who is Харькова and where is she", Script.ENGLISH),
        ("kushakbaev", Script.UNDECIDED),
        ("wie lange sitzt kushakbaev im gefängnis", Script.OTHER),
        ("combien de temps est-il resté en prison", Script.OTHER),
        ("Қазақстандағы кәсіподақтар туралы не білесіз", Script.OTHER),
        ("кто такой Елшібаев", Script.RUSSIAN),
        ("kharkova's birthday", Script.UNDECIDED),
        ("was elshibayev a union leader", Script.ENGLISH),
        ("où est kharkova", Script.OTHER),
        ("Чому закрили їхню профспілку", Script.OTHER),
        ("un view on elshibayev", Script.UNDECIDED),
        ("die zhanaozen strikers", Script.UNDECIDED),
    ],
)
def test_detect(question: str, script: Script) -> None:
    assert detect(words(question)) is script
