"""The case files of a running program, read anew when somebody asks for what is not in them yet."""

import asyncio
import logging
from pathlib import Path

from knowledge.base import Knowledge
from knowledge.cache import load_cached
from knowledge.errors import InvalidKnowledge
from knowledge.loader import fingerprint

log = logging.getLogger(__name__)


class Content:
    """Knowledge that follows its folder."""

    def __init__(self, knowledge: Knowledge, folder: Path, cache: Path) -> None:
        self.knowledge = knowledge
        self._folder = folder
        self._cache = cache
        self._reading = asyncio.Lock()

    async def refresh(self) -> Knowledge:
        """The knowledge of the files as they are now; as it was, where they have problems."""
        async with self._reading:
            try:
                self.knowledge = await asyncio.to_thread(self._read)
            except (InvalidKnowledge, OSError) as error:
                log.error("The case files are not read anew (%s): `solidarity check` says why", type(error).__name__)
        return self.knowledge

    def _read(self) -> Knowledge:
        if fingerprint(self._folder) == self.knowledge.fingerprint:
            return self.knowledge
        return load_cached(self._folder, self._cache)
