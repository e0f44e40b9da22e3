"""Every revision of the database comes up to date with what is in it."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, text

from bot.database import MIGRATIONS, migrate
from bot.models import Base


def revisions() -> list[str]:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def fill(connection: Connection) -> None:
    connection.execute(text("INSERT INTO letter_counts (letter, finished) VALUES ('union-law', 3)"))


@pytest.mark.parametrize("revision", revisions())
def test_it_comes_up_to_date_and_keeps_its_rows(revision: str, tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path / 'bot.sqlite'}")
    with engine.begin() as connection:
        migrate(connection, revision)
        fill(connection)
    with engine.begin() as connection:
        migrate(connection)
        migrate(connection)
        assert connection.execute(text("SELECT letter, finished FROM letter_counts")).all() == [("union-law", 3)]
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    engine.dispose()
