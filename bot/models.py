"""The tables."""

import datetime as dt

from sqlalchemy import BigInteger, DateTime, LargeBinary, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """What Alembic compares the database with."""


class DialogueRow(Base):
    """A dialogue's state and data, sealed; gone after `expires`."""

    __tablename__ = "dialogues"

    key: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    expires: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True), index=True)


class LetterCount(Base):
    """How many letters of a kind were finished, by anybody."""

    __tablename__ = "letter_counts"

    letter: Mapped[str] = mapped_column(String(80), primary_key=True)
    finished: Mapped[int] = mapped_column(BigInteger)
