"""The tables."""

import datetime as dt

from sqlalchemy import (
    BigInteger,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

# SQLite counts up only a primary key of type INTEGER.
BigId = BigInteger().with_variant(Integer, "sqlite")


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


class ChatRow(Base):
    """A chat that follows something: its id, language and wishes sealed; found by digest."""

    __tablename__ = "chats"

    digest: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    sealed: Mapped[bytes] = mapped_column(LargeBinary)
    # The first day on which it could not be reached; forgotten a month later.
    unreachable: Mapped[dt.date | None] = mapped_column(Date)


class FollowRow(Base):
    """A chat follows a case, or all of them."""

    __tablename__ = "follows"

    chat: Mapped[bytes] = mapped_column(ForeignKey("chats.digest", ondelete="CASCADE"), primary_key=True)
    case: Mapped[str] = mapped_column(String(40), primary_key=True, index=True)
    pace: Mapped[str] = mapped_column(String(8))


class UpdateRow(Base):
    """An update that was published, or was there before anybody could be told."""

    __tablename__ = "updates"

    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    corrects: Mapped[str | None] = mapped_column(String(120))
    published: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))


class DeliveryRow(Base):
    """One update on its way to one chat."""

    __tablename__ = "deliveries"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    update_id: Mapped[str] = mapped_column(ForeignKey("updates.id"))
    chat: Mapped[bytes] = mapped_column(ForeignKey("chats.digest", ondelete="CASCADE"))
    state: Mapped[str] = mapped_column(String(8))
    due: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
    lease: Mapped[dt.datetime | None] = mapped_column(DateTime(timezone=True))
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    message: Mapped[int | None] = mapped_column(BigInteger)
    reason: Mapped[str | None] = mapped_column(String(80))

    __table_args__ = (
        UniqueConstraint("update_id", "chat"),
        Index("ix_deliveries_due", "state", "due"),
        Index("ix_deliveries_chat", "chat"),
    )


class PaceRow(Base):
    """The moment at which the next message of the token may go out; one row."""

    __tablename__ = "pace"

    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    free: Mapped[dt.datetime] = mapped_column(DateTime(timezone=True))
