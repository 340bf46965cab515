"""What the OpenAPI document allows is asked at random: no fault of the server, and no answer that the document does not promise."""

from __future__ import annotations

import threading
import time
import zlib
from collections.abc import Iterator

import httpx
import pytest
import schemathesis
import uvicorn
from hypothesis import HealthCheck, Phase, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

import api
import loaders
from graphkb.cli.intake import DocumentIntake
from graphkb.errors import UnreadableInput
from graphkb.keys import Keys, Scope
from graphkb.records import Place, Reading
from graphkb.settings import Settings
from loaders.formats.detection import is_plain_text

pytestmark = [pytest.mark.store, pytest.mark.slow]

EXAMPLES = 5
"""Requests an operation: all together stay below two minutes."""

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


class PlainIntake(DocumentIntake):
    """Reads plain text, in this process: recognising the pictures that are sent at random takes minutes, and is no route."""

    def read(self, name: str, data: bytes, completing: Place, edition: str | None) -> Reading:
        """Return what a document says."""
        if not is_plain_text(name, data):
            raise UnreadableInput(f"{name}: this is no plain text.")
        return loaders.read_bytes(name, data, completing)


@pytest.fixture(scope="module")
def address(loaded_settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The address of a server over the three lists, and a key for loading; nothing that is sent there makes a list."""
    path = tmp_path_factory.mktemp("keys") / "keys.json"
    token = Keys(path).create("tests", (Scope.LOAD,))[1]
    made = loaded_settings.model_copy(update={"keys": str(path)})
    server = uvicorn.Server(uvicorn.Config(api.create_app(made, PlainIntake(made)), port=0, log_level="critical"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", token
    server.should_exit = True
    thread.join()


@pytest.fixture(scope="module")
def known(address: tuple[str, str]) -> dict[str, list[str]]:
    """Parameter of a path → values that there are: made up ones find nothing but 404."""
    with httpx.Client(base_url=address[0]) as client:
        departments = client.get("/v1/departments").json()["rows"]
        lists = client.get("/v1/catalog").json()["rows"]
        townships = [row["township_id"] for row in lists]
        duties = client.get(f"/v1/townships/{townships[0]}/duties").json()["rows"]
        names = [row["name"] for row in client.get("/v1/queries").json()["rows"]]
    return {
        "department": ["县水利局", *(row["id"] for row in departments)],
        "township": ["石桥镇", *townships],
        "division": townships,
        "list": [row["list_id"] for row in lists],
        "duty": [row["duty_id"] for row in duties],
        "name": names,
        "slug": ["water"],
    }


schema = schemathesis.openapi.from_dict(api.create_app(Settings(store="bolt://127.0.0.1:1")).openapi())


@schema.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_the_document_is_kept(case: schemathesis.Case, address: tuple[str, str], known: dict[str, list[str]]) -> None:
    """Whatever a client makes of the document, it gets what the document says; half of the requests name what there is."""
    seed = zlib.crc32(repr((case.path_parameters, case.query)).encode())
    if seed % 2:
        kind = case.path.removeprefix("/v1/").split("/")[0].rstrip("s")
        for name in case.path_parameters or {}:
            values = known.get(kind if name == "id" else name, [])
            if values:
                case.path_parameters[name] = values[seed // 2 % len(values)]
    case.call_and_validate(
        base_url=address[0], headers={"Authorization": f"Bearer {address[1]}"}, checks=CHECKS, timeout=60
    )
