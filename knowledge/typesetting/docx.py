"""A letter as DOCX, to edit further."""

import datetime as dt
import io

from docx import Document
from docx.document import Document as Doc
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from knowledge.rendering import RenderedLetter

_MARGINS = {"top_margin": 22, "bottom_margin": 18, "left_margin": 25, "right_margin": 22}


def docx(letter: RenderedLetter) -> bytes:
    """The letter as an A4 document in a plain serif face."""
    document = Document()
    _prepare(document, letter)
    head = document.add_paragraph(letter.day)
    head.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _lines(document, letter.sender)
    _lines(document, letter.to)
    _lines(document, letter.copies)
    document.add_paragraph().add_run(letter.subject).bold = True
    document.add_paragraph(letter.salutation)
    for block in letter.blocks:
        document.add_paragraph(block.text)
        for item in block.items:
            document.add_paragraph(item, style="List Bullet")
    _lines(document, letter.signature)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _prepare(document: Doc, letter: RenderedLetter) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    for name, millimetres in _MARGINS.items():
        setattr(section, name, Mm(millimetres))
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(11)
    style.paragraph_format.space_after = Pt(6)
    # The library's own template names its author and a day of 2013.
    properties = document.core_properties
    properties.author, properties.comments, properties.title = "", "", letter.subject
    properties.created = properties.modified = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


def _lines(document: Doc, lines: tuple[str, ...]) -> None:
    if lines:
        paragraph = document.add_paragraph(lines[0])
        for line in lines[1:]:
            paragraph.add_run().add_break()
            paragraph.add_run(line)
