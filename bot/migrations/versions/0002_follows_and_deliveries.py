"""Who follows what, what was published, and what is on its way."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _follows()
    _deliveries()


def _follows() -> None:
    op.create_table(
        "chats",
        sa.Column("digest", sa.LargeBinary(32), primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("unreachable", sa.Date),
    )
    op.create_table(
        "follows",
        sa.Column("chat", sa.LargeBinary(32), sa.ForeignKey("chats.digest", ondelete="CASCADE"), primary_key=True),
        sa.Column("case", sa.String(40), primary_key=True),
        sa.Column("pace", sa.String(8), nullable=False),
    )
    op.create_index("ix_follows_case", "follows", ["case"])


def _deliveries() -> None:
    op.create_table(
        "updates",
        sa.Column("id", sa.String(120), primary_key=True),
        sa.Column("corrects", sa.String(120)),
        sa.Column("published", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "deliveries",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("update_id", sa.String(120), sa.ForeignKey("updates.id"), nullable=False),
        sa.Column("chat", sa.LargeBinary(32), sa.ForeignKey("chats.digest", ondelete="CASCADE"), nullable=False),
        sa.Column("state", sa.String(8), nullable=False),
        sa.Column("due", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease", sa.DateTime(timezone=True)),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("message", sa.BigInteger),
        sa.Column("reason", sa.String(80)),
        sa.UniqueConstraint("update_id", "chat"),
    )
    op.create_index("ix_deliveries_due", "deliveries", ["state", "due"])
    # So that forgetting a chat does not read every delivery.
    op.create_index("ix_deliveries_chat", "deliveries", ["chat"])
    op.create_table(
        "pace",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("free", sa.DateTime(timezone=True), nullable=False),
    )
