"""What an operator can set, from the environment or `.env`."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError
from knowledge.loader import CONTENT

TELEGRAM = "https://api.telegram.org"


def _numbers(typed: object) -> object:
    """Written as a list, [1, 2], or without its brackets."""
    return re.findall(r"[^\s,]+", typed.strip(" []")) if isinstance(typed, str) else typed


class Settings(BaseSettings):
    """Read once at start; every field stands in `.env.example` with its default and meaning."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, frozen=True, extra="ignore")

    bot_token: SecretStr = SecretStr("")
    telegram_api_base: str = Field(TELEGRAM, pattern=r"^https?://")
    operator: str = ""
    curators: Annotated[tuple[int, ...], NoDecode, BeforeValidator(_numbers)] = ()
    two_person_publish: bool = False
    messages_per_second: float = Field(25, gt=0, le=1000)
    messages_per_group_minute: float = Field(20, ge=1, le=1000)
    delivery_lease_seconds: float = Field(60, gt=0, le=86_400)
    embedding_model: str = ""
    embedding_question_prompt: str = ""
    embedding_passage_prompt: str = ""
    data_dir: Path = Path("var")
    database_url: str = ""
    redis_url: str = ""
    data_keys: SecretStr = SecretStr("")
    content_dir: Path = CONTENT
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(str.upper)] = "INFO"
    demo_host: str = "127.0.0.1"
    demo_port: int = Field(8080, ge=0, le=65535)

    @property
    def database(self) -> str:
        """The database's URL; a file in `data_dir` where none is set."""
        return self.database_url or f"sqlite:///{self.data_dir / 'solidarity.sqlite'}"

    def demo(self, url: str) -> Self:
        """The same on a simulated Telegram, with a database of its own, apart from the real one."""
        own = {"database_url": f"sqlite:///{self.data_dir / 'demo.sqlite'}", "telegram_api_base": url}
        return self.model_copy(update=own)

    @property
    def index_dir(self) -> Path:
        return self.data_dir / "index"


def read_settings() -> Settings:
    """The settings of this process; SettingsError names each bad variable and what it accepts."""
    try:
        return Settings()
    except UnicodeDecodeError:
        raise SettingsError(".env: is not UTF-8 text: save it as UTF-8") from None
    except ValidationError as error:
        lines = (f"{'.'.join(map(str, one['loc'])).upper()}: {one['msg']}" for one in error.errors(include_input=False))
        raise SettingsError("; ".join(lines) + ": correct it in .env or the environment") from None
