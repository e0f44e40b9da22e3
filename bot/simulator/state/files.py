"""The files that people and the bot have sent."""

import mimetypes
import struct
from dataclasses import dataclass

from bot.simulator.errors import Json


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way in."""

    name: str
    data: bytes
    content_type: str = ""

    @property
    def mime(self) -> str:
        """What it says it is, or what its name suggests."""
        generic = self.content_type in ("", "application/octet-stream")
        guess = mimetypes.guess_type(self.name)[0]
        return guess or "application/octet-stream" if generic else self.content_type


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file with the ids by which Telegram knows it."""

    id: str
    unique_id: str
    path: str
    upload: Upload

    def reference(self) -> Json:
        """The part that every kind of media shares."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.upload.data)}


class FileStore:
    """Finds files by id and by path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def add(self, upload: Upload, folder: str) -> StoredFile:
        """Stores a file under a new id; `folder` is Telegram's, such as `documents`."""
        number = len(self._by_id) + 1
        suffix = upload.name[upload.name.rfind(".") :] if "." in upload.name else ""
        stored = StoredFile(f"sim-{folder}-{number}", f"u{number}", f"{folder}/file_{number}{suffix}", upload)
        self._by_id[stored.id] = self._by_path[stored.path] = stored
        return stored

    def by_id(self, file_id: str) -> StoredFile | None:
        """The file with this id."""
        return self._by_id.get(file_id)

    def by_path(self, path: str) -> StoredFile | None:
        """The file at this path."""
        return self._by_path.get(path)


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG, GIF, WebP or JPEG; None when it is no such picture."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return 512, 512
    return _jpeg_size(data) if data.startswith(b"\xff\xd8") else None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 < len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += 2 + int(struct.unpack(">H", data[position + 2 : position + 4])[0])
    return None
