"""sendPhoto, sendDocument, sendMediaGroup and the files inside them."""

from http import HTTPStatus

from bot.simulator.errors import ApiError, Json, bad_request
from bot.simulator.methods.content import caption_content, captioned, reply_content
from bot.simulator.methods.keyboards import Markup
from bot.simulator.methods.sending import post, send
from bot.simulator.methods.targets import writable_chat
from bot.simulator.state.calls import Call
from bot.simulator.state.files import StoredFile, Upload, picture_size
from bot.simulator.state.world import World

MEGABYTE = 1024 * 1024
DOCUMENT_BYTES = 50 * MEGABYTE
PHOTO_BYTES = 10 * MEGABYTE
PHOTO_SIDES = 10_000
PHOTO_RATIO = 20
ALBUM = range(2, 11)


def send_photo(world: World, call: Call) -> Json:
    """Sends a picture."""
    content = caption_content(world, call)
    spoiler = {"has_media_spoiler": True} if call.flag("has_spoiler") else {}
    return send(world, call, media_content(world, call, "photo", call.text("photo")) | content | spoiler)


def send_document(world: World, call: Call) -> Json:
    """Sends any file."""
    content = caption_content(world, call)
    return send(world, call, media_content(world, call, "document", call.text("document")) | content)


def send_media_group(world: World, call: Call) -> list[Json]:
    """Sends an album: all of it or nothing."""
    items = call.objects("media")
    if len(items) not in ALBUM:
        raise bad_request("media group must include 2-10 items")
    kinds = {str(item.get("type")) for item in items}
    if len(kinds) > 1 and "document" in kinds:
        raise bad_request("document can't be mixed with other media types")
    contents = [input_media(world, call, item) for item in items]
    chat = writable_chat(world, call)
    reply = reply_content(world, call, chat)
    world.rates.record(chat.id, len(items))
    group = {"media_group_id": str(13_000_000_000_000_000 + chat.last_message_id)} | reply
    return [post(world, chat, group | content, Markup()).body for content in contents]


def input_media(world: World, call: Call, item: Json) -> Json:
    """One medium of an album or of an edit, with its caption."""
    kind = str(item.get("type"))
    if kind not in ("photo", "document"):
        raise bad_request(f"media of type {kind} is not simulated")
    caption = captioned(
        world,
        str(item.get("caption") or ""),
        str(item.get("parse_mode") or ""),
        item.get("caption_entities") or [],
    )
    return media_content(world, call, kind, str(item.get("media") or "")) | caption


def media_content(world: World, call: Call, kind: str, value: str) -> Json:
    """The field of the message that holds the file."""
    if kind == "photo":
        stored = _stored(world, call, kind, value, PHOTO_BYTES)
        return {"photo": [photo_size(stored)]}
    return {"document": document(_stored(world, call, kind, value, DOCUMENT_BYTES))}


def document(stored: StoredFile) -> Json:
    """The Document object."""
    return {"file_name": stored.upload.name, "mime_type": stored.upload.mime} | stored.reference()


def photo_size(stored: StoredFile) -> Json:
    """The PhotoSize object.

    :raises ApiError: when the file is no picture that Telegram would show.
    """
    size = picture_size(stored.upload.data)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if width + height > PHOTO_SIDES or max(size) > PHOTO_RATIO * max(min(size), 1):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return {"width": width, "height": height} | stored.reference()


def _stored(world: World, call: Call, kind: str, value: str, most: int) -> StoredFile:
    if value.startswith("attach://"):
        upload = call.files.get(value.removeprefix("attach://"))
        if upload is None:
            raise bad_request(f"there is no {kind} in the request")
        return world.files.add(_fitting(upload, most), f"{kind}s")
    if value.startswith(("http://", "https://")):
        # Nothing here ever reaches out to a network.
        raise bad_request("failed to get HTTP URL content")
    stored = world.files.by_id(value)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored


def _fitting(upload: Upload, most: int) -> Upload:
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > most:
        raise ApiError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "Request Entity Too Large")
    return upload
