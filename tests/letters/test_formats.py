"""Every format of a letter, read back."""

import datetime as dt
import email
import io
import re
from dataclasses import replace
from email.policy import default
from pathlib import Path

import pypdf
import pytest
from docx import Document

from knowledge.base import Knowledge
from knowledge.rendering import RenderedLetter
from knowledge.schema import Language
from knowledge.sender import LIMITS, Sender
from knowledge.typesetting.docx import docx
from knowledge.typesetting.eml import eml
from knowledge.typesetting.page import pdf, pictures
from knowledge.typesetting.text import body, text
from tests.letters import content
from tests.letters.test_rendering import rendered

PNG = b"\x89PNG\r\n\x1a\n"
HOSTILE = (
    'a #eval("1+1") #read("/etc/passwd") $x$ *b* _i_ `c` <label> @ref [x] {verdict} \\ "q" // c /* d */ = h - li ~'
)


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return content.knowledge(tmp_path_factory.mktemp("content"))


@pytest.fixture(params=["ru", "en"])
def letter(request: pytest.FixtureRequest, knowledge: Knowledge) -> RenderedLetter:
    language: Language = request.param
    return rendered(knowledge, language)


def read(made: bytes) -> str:
    """The words of a PDF, one space between them."""
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def flat(written: str) -> str:
    return " ".join(written.split())


@pytest.mark.parametrize("name", ["Anna ✊", "王小明", "Айгүль 🙏🏽"])
def test_a_sign_that_no_font_has_does_not_keep_a_letter_back(knowledge: Knowledge, name: str) -> None:
    made = pdf(replace(rendered(knowledge), signature=(name,)))
    assert "Приговор Вере Орловой" in read(made)


def test_text_holds_the_whole_letter_in_order(knowledge: Knowledge) -> None:
    assert text(rendered(knowledge)).split("\n\n")[:4] == [
        "Анна Петрова\nПрофсоюз докеров\nРига, Латвия\n26 ноября 2026 года",
        "В Управление порта\nКопия: Суд города Северный",
        "Приговор Вере Орловой",
        "Уважаемые дамы и господа!",
    ]
    assert text(rendered(knowledge)).endswith("\n\nС уважением,\nАнна Петрова\n")


def test_the_text_of_the_pdf_extracts(letter: RenderedLetter) -> None:
    told = read(pdf(letter))
    for part in (letter.day, letter.subject, letter.salutation, *letter.to, *letter.copies, *letter.signature):
        assert flat(part) in told
    for block in letter.blocks:
        assert flat(block.text) in told
        assert [flat(item) for item in block.items if flat(item) not in told] == []


def test_kazakh_letters_are_in_the_font(knowledge: Knowledge) -> None:
    name = "Әйгерім Ғабитқызы Өмірұлы Құсайынова Үкіңһ"
    assert name in read(pdf(rendered(knowledge, sender=Sender(name))))


def test_the_pdf_is_an_archive_file_with_fonts_and_without_names(letter: RenderedLetter) -> None:
    made = pdf(letter)
    reader = pypdf.PdfReader(io.BytesIO(made))
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == (letter.subject, None)
    fonts = reader.pages[0]["/Resources"]["/Font"].get_object()  # type: ignore[index]
    assert all("LibertinusSerif" in str(font.get_object()["/BaseFont"]) for font in fonts.values())
    assert b"pdfaid:part>2<" in made


def test_a_page_is_a4(letter: RenderedLetter) -> None:
    [page] = pypdf.PdfReader(io.BytesIO(pdf(letter))).pages
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (595, 842)
    [picture] = pictures(letter)
    assert picture.startswith(PNG)


@pytest.mark.parametrize("hostile", [HOSTILE, "#" * 80, "#panic()", "#{", '#import "x": *', "\\u{202e}", "=" * 60])
def test_markup_of_the_sender_is_printed_not_run(knowledge: Knowledge, hostile: str) -> None:
    own = hostile[: LIMITS["own"]]
    told = read(pdf(rendered(knowledge, sender=Sender(hostile[:60], "", "", own))))
    assert flat(own).replace(" ", "") in told.replace(" ", "")
    assert "root:" not in told


def test_the_longest_letter_fits_one_page(knowledge: Knowledge) -> None:
    longest = Sender(*("щ " * (LIMITS[field] // 2) for field in ("name", "place", "organisation", "own")))
    assert len(pictures(rendered(knowledge, sender=longest))) == 1


def test_docx_holds_the_letter_and_no_author(letter: RenderedLetter) -> None:
    document = Document(io.BytesIO(docx(letter)))
    told = "\n".join(paragraph.text for paragraph in document.paragraphs)
    for part in (letter.day, letter.subject, letter.salutation, *letter.to, *letter.signature):
        assert part in told
    assert all(block.text in told for block in letter.blocks)
    properties = document.core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == (letter.subject, "", "")
    assert properties.created == dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def test_eml_is_an_unsent_draft(knowledge: Knowledge) -> None:
    letter = rendered(knowledge)
    message = email.message_from_bytes(eml(letter), policy=default)
    assert message["X-Unsent"] == "1"
    assert (message["To"], message["Subject"]) == ("office@harbour.example", "Приговор Вере Орловой")
    assert (message["From"], message["Date"], message["Cc"]) == (None, None, None)
    assert message.get_content_type() == "text/plain"
    assert (message.get_param("charset"), message.get_param("format")) == ("utf-8", "flowed")


def unflowed(flowed: str) -> str:
    """Text as a mail program shows it: RFC 3676, 4.1 to 4.4."""
    lines = [line.removeprefix(" ") for line in flowed.replace("\r\n", "\n").split("\n")]
    return re.sub(r" \n", " ", "\n".join(lines))


@pytest.mark.parametrize("own", ["Я сама работаю в порту. " * 12, "From here > to there", "a" * 200])
def test_eml_flows_back_into_the_text(knowledge: Knowledge, own: str) -> None:
    letter = rendered(knowledge, sender=Sender("Анна", "", "", own))
    message = email.message_from_bytes(eml(letter), policy=default)
    assert unflowed(message.get_content()) == body(letter)


def test_a_name_adds_no_header(knowledge: Knowledge) -> None:
    letter = rendered(knowledge, sender=Sender("Анна\r\nBcc: all@example.org"))
    assert email.message_from_bytes(eml(letter), policy=default)["Bcc"] is None


def test_an_office_without_an_address_gives_a_draft_without_one(knowledge: Knowledge, tmp_path: Path) -> None:
    message = email.message_from_bytes(eml(rendered(knowledge, "en", to="court")), policy=default)
    assert message["To"] is None
