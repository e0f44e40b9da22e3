"""What tests read and set from outside: faults, calls, warnings, rates."""

from aiohttp import web

from bot.simulator.errors import Json
from bot.simulator.faults import fault_from_json, faults_as_json
from bot.simulator.rates import RateLimits
from bot.simulator.state.world import World
from bot.simulator.web.replies import reply
from bot.simulator.web.views import calls_view


def add_routes(app: web.Application) -> None:
    """The addresses under /sim that concern no single person."""
    app.router.add_get("/sim/calls", reply(_calls))
    app.router.add_get("/sim/warnings", reply(_warnings))
    app.router.add_get("/sim/rates", reply(_rates))
    app.router.add_put("/sim/rates", reply(_limit))
    app.router.add_get("/sim/faults", reply(_faults))
    app.router.add_post("/sim/faults", reply(_add_fault))
    app.router.add_delete("/sim/faults", reply(_clear_faults))


def _calls(world: World, request: web.Request, data: Json) -> object:
    return calls_view(world)


def _warnings(world: World, request: web.Request, data: Json) -> object:
    return world.warnings


def _rates(world: World, request: web.Request, data: Json) -> object:
    return {"per_second": world.rates.per_second(), "peak": world.rates.peak()}


def _limit(world: World, request: web.Request, data: Json) -> object:
    """Enforces the limits named; without any, none are enforced."""
    world.rates.enforce(RateLimits(**data) if data else None)
    return {}


def _faults(world: World, request: web.Request, data: Json) -> object:
    return faults_as_json(world.faults.rules)


def _add_fault(world: World, request: web.Request, data: Json) -> object:
    world.faults.add(fault_from_json(data))
    return faults_as_json(world.faults.rules)


def _clear_faults(world: World, request: web.Request, data: Json) -> object:
    world.faults.clear()
    return []
