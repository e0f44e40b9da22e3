"""Dialogues, sealed and expiring; how many letters were finished."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dialogues",
        sa.Column("key", sa.LargeBinary(32), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("expires", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_dialogues_expires", "dialogues", ["expires"])
    op.create_table(
        "letter_counts",
        sa.Column("letter", sa.String(80), primary_key=True),
        sa.Column("finished", sa.BigInteger, nullable=False),
    )
