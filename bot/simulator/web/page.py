"""The chat page: plain files beside the code."""

from pathlib import Path

from aiohttp import web

PAGE = Path(__file__).parent.parent / "page"
# The page loads nothing from elsewhere and runs no inline script.
POLICY = "default-src 'self'; img-src 'self' blob: data:; frame-ancestors 'self'; base-uri 'none'; form-action 'self'"


def add_routes(app: web.Application) -> None:
    """The page and its parts."""
    app.router.add_get("/", _index)
    app.router.add_get("/page/{name:[a-z-]+\\.(?:css|js|svg)}", _part)


async def _index(request: web.Request) -> web.StreamResponse:
    return _sent(PAGE / "index.html")


async def _part(request: web.Request) -> web.StreamResponse:
    path = PAGE / request.match_info["name"]
    if not path.is_file():
        raise web.HTTPNotFound
    return _sent(path)


def _sent(path: Path) -> web.FileResponse:
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    return web.FileResponse(path, headers=headers)
