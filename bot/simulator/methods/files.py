"""getFile."""

from bot.simulator.errors import Json, bad_request
from bot.simulator.state.calls import Call
from bot.simulator.state.world import World

DOWNLOAD_BYTES = 20 * 1024 * 1024


def get_file(world: World, call: Call) -> Json:
    """The path under which a file can be fetched."""
    stored = world.files.by_id(call.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.upload.data) > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return stored.reference() | {"file_path": stored.path}
