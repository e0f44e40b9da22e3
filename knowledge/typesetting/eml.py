"""A letter as an e-mail draft that a mail program opens ready to send."""

from email.message import EmailMessage
from email.policy import SMTP

from knowledge.rendering import RenderedLetter
from knowledge.typesetting.text import body


def eml(letter: RenderedLetter) -> bytes:
    """An unsent message: the addressee and the copies where they have addresses, subject, text (RFC 3676 flowed)."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = letter.subject
    if letter.email is not None:
        message["To"] = letter.email.value
    if letter.copy_emails:
        message["Cc"] = ", ".join(letter.copy_emails)
    message.set_content(_flowed(body(letter)), subtype="plain", charset="utf-8", cte="base64")
    message.set_param("format", "flowed")
    return message.as_bytes()


def _flowed(text: str) -> str:
    """Soft breaks at spaces, as RFC 3676 wants: lines of at most 78 characters, a space before each soft break."""
    return "\n".join(_flow(line) for line in text.split("\n"))


def _flow(line: str, width: int = 72) -> str:
    rows, row = [], ""
    for word in line.split(" "):
        if row and len(row) + len(word) + 1 > width:
            rows.append(row)
            row = word
        else:
            row = f"{row} {word}" if row else word
    rows.append(row)
    # "From " and ">" at the start of a line, and a space, are stuffed (RFC 3676, 4.4).
    stuffed = (f" {row}" if row.startswith((" ", ">", "From ")) else row for row in rows)
    return " \n".join(stuffed)
