"""Sending a list, looking at its check, and loading it, over the API."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

import api
from api import documents
from api.problems import REASONS
from graphkb.cli.intake import DocumentIntake
from graphkb.errors import UnreadableInput
from graphkb.keys import Keys, Scope
from graphkb.settings import Settings
from graphkb.stores import stop

pytestmark = pytest.mark.store

SAMPLES = sorted((path for path in (files("graphkb") / "samples").iterdir() if path.name.endswith(".txt")), key=str)
SAMPLE = SAMPLES[0].read_bytes()
NAME = SAMPLES[0].name


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """An empty store, and limits that a test can reach."""
    folder = tmp_path_factory.mktemp("documents")
    made = Settings(
        store=f"embedded:{folder / 'store'}",
        keys=str(folder / "keys.json"),
        decisions=str(folder / "decisions"),
        max_upload_mb=1,
        max_pending_documents=3,
    )
    yield made
    stop(made)


@pytest.fixture(scope="module")
def headers(settings: Settings) -> dict[str, str]:
    """The header with a key for loading."""
    return {"authorization": f"Bearer {Keys(Path(settings.keys)).create('tests', (Scope.LOAD,))[1]}"}


@pytest.fixture
def loader(settings: Settings, headers: dict[str, str]) -> Iterator[TestClient]:
    """A client that may load; no document waits yet."""
    app = api.create_app(settings, DocumentIntake(settings))
    with TestClient(app, base_url="http://localhost", headers=headers) as client:
        yield client


def send(client: TestClient, data: bytes = SAMPLE, **asked: str) -> Any:
    """Send a document and return the response."""
    return client.post("/v1/documents", params={"name": NAME} | asked, content=data)


def loaded(client: TestClient, id: str) -> dict[str, Any]:
    """Load the document and return its state once that is done."""
    assert client.post(f"/v1/documents/{id}/load").status_code == 202
    for _ in range(600):
        info: dict[str, Any] = client.get(f"/v1/documents/{id}").json()
        if info["state"] != "loading":
            return info
        time.sleep(0.05)
    raise AssertionError("not loaded within 30 s")


def test_a_list_is_checked_then_loaded_then_found(loader: TestClient) -> None:
    """Nothing is in the store before somebody has said so."""
    sent = send(loader)
    info = documents.DocumentInfo.model_validate(sent.json())
    assert (sent.status_code, sent.headers["location"], info.state) == (201, f"/v1/documents/{info.id}", "read")
    rows = sum(info.report.lists[0].rows.values())
    assert (info.plan[0].status, info.plan[0].added, info.progress.duties) == ("loaded", rows, rows)
    assert loader.get("/v1/catalog").json()["count"] == 0
    done = documents.DocumentInfo.model_validate(loaded(loader, info.id))
    assert (done.state, done.loaded, done.progress.duties_done) == ("loaded", info.plan, rows)
    assert loader.get("/v1/catalog").json()["rows"][0]["township"] == info.plan[0].place.township


def test_sending_again_what_is_loaded_would_change_nothing(loader: TestClient) -> None:
    """An official who is not sure whether it was loaded sends it again."""
    loaded(loader, send(loader).json()["id"])
    plan = send(loader).json()["plan"][0]
    assert (plan["status"], plan["added"], plan["updated"], plan["retired"]) == ("unchanged", 0, 0, 0)
    assert plan["unchanged"] > 0


def test_a_corrected_list_tells_what_it_would_replace(loader: TestClient) -> None:
    """The check is looked at for this: how much of what is there would change?"""
    loaded(loader, send(loader).json()["id"])
    text = SAMPLE.decode()
    township = loader.get("/v1/catalog").json()["rows"][0]["township_id"]
    rows = loader.get(f"/v1/townships/{township}/duties").json()["rows"]
    name = next(row["name"] for row in rows if text.count(row["name"]) == 1)
    plan = send(loader, text.replace(name, f"{name}修订").encode()).json()["plan"][0]
    assert (plan["status"], plan["added"], plan["updated"], plan["retired"]) == ("loaded", 0, 1, 0)


def test_loading_twice_is_loading_once(loader: TestClient) -> None:
    """A button is pressed twice."""
    id = send(loader).json()["id"]
    assert loaded(loader, id)["state"] == "loaded"
    assert loader.post(f"/v1/documents/{id}/load").json()["state"] == "loaded"


def test_the_report_opens_without_a_key_and_is_cut_off_from_the_api(loader: TestClient) -> None:
    """A browser opens it in a window of its own; its text is of a document that anybody may have written."""
    id = send(loader).json()["id"]
    page = loader.get(f"/v1/documents/{id}/report.html", headers={"authorization": ""})
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["content-security-policy"] == "sandbox allow-scripts; frame-ancestors 'none'"
    assert re.search(r'http-equiv="Content-Security-Policy" content="default-src', page.text)
    assert loader.get(f"/v1/documents/{id}", headers={"authorization": ""}).status_code == 401


@pytest.mark.parametrize(
    ("data", "status", "problem"),
    [
        (b"", 422, "unreadable-document"),
        (b"PK\x05\x06" + bytes(18), 422, "unreadable-document"),
        ("今天天气很好。".encode(), 422, "unreadable-document"),
        (bytes(1024 * 1024 + 1), 413, "too-large"),
    ],
)
def test_what_is_no_list_is_refused_with_the_reason(loader: TestClient, data: bytes, status: int, problem: str) -> None:
    """The sentence is the one that graphkb check gives, with the name that the file has for its sender."""
    answer = send(loader, data)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{problem}")
    assert NAME in answer.json()["detail"]


@pytest.mark.parametrize(
    ("data", "language", "reason"),
    [
        (b"", "zh", "文件是空的，请换一份有内容的"),
        (b"%PDF-1.7 cut off", "zh", "文件已损坏，请重新下载，或打开后另存一份"),
        (b"{\\rtf1}", "zh", "不能读取这种格式，请另存为 Word（.docx）、Excel（.xlsx）、PDF 或纯文本"),
        ("今天天气很好。".encode(), "zh", "文件里没有找到清单，请核对它是不是乡镇履行职责事项清单"),
        (b"", "en", "The file is empty; give another one"),
    ],
)
def test_the_reason_of_a_refusal_is_told_in_the_reader_s_language(
    loader: TestClient, data: bytes, language: str, reason: str
) -> None:
    """Officials read no English; the particulars stay in the words of the reader that failed."""
    answer = loader.post("/v1/documents", params={"name": NAME}, content=data, headers={"accept-language": language})
    assert answer.json()["reason"] == reason


def test_every_kind_of_unreadable_document_has_a_reason() -> None:
    """A new kind would be told in English alone."""
    assert set(REASONS) == set(UnreadableInput.__subclasses__())


def test_a_stream_without_length_is_bounded_too(loader: TestClient) -> None:
    """Chunked requests do not say how long they are."""
    chunks = (bytes(64 * 1024) for _ in range(32))
    answer = loader.post("/v1/documents", params={"name": "a.txt"}, content=chunks)
    assert answer.status_code == 413


def test_a_list_without_its_township_says_what_is_missing(loader: TestClient) -> None:
    """Many files print their township in their name only; the sender tells it and sends the file again."""
    data = "基本履职事项清单,\n序号,事项名称\n1,整治村容\n2,修缮村道\n".encode()
    info = send(loader, data, name="清单.csv").json()
    assert info["loadable"] is False
    assert "township" in info["fault"]
    assert loader.post(f"/v1/documents/{info['id']}/load").status_code == 409
    told = send(
        loader, data, province="云岭省", prefecture="澜川市", county="青禾县", township="新桥镇", edition="2025-08"
    )
    assert told.json()["plan"][0]["edition"] == "2025-08"
    assert told.json()["plan"][0]["place"]["township"] == "新桥镇"


def test_documents_that_wait_are_counted_and_can_be_dropped(loader: TestClient) -> None:
    """Each holds memory; whoever sends a thousand must not fill it."""
    ids = [send(loader).json()["id"] for _ in range(3)]
    assert send(loader).status_code == 429
    assert loader.delete(f"/v1/documents/{ids[0]}").status_code == 204
    assert loader.get(f"/v1/documents/{ids[0]}").status_code == 404
    assert send(loader).status_code == 201


def test_documents_are_forgotten_after_their_time(loader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """A check that nobody confirmed does not stay for ever."""
    monkeypatch.setattr(documents, "KEPT_SECONDS", 0.0)
    id = send(loader).json()["id"]
    assert loader.get(f"/v1/documents/{id}").status_code == 404


def test_a_name_is_a_name_and_no_path(loader: TestClient) -> None:
    """It comes from outside and goes into messages and reports."""
    assert send(loader, name="..\\..\\etc/清单\n.txt").json()["name"] == "清单\ufffd.txt"


def test_a_failed_load_tells_so_and_can_be_tried_again(loader: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The store may be away for a moment; the document is still here."""
    id = send(loader).json()["id"]
    with monkeypatch.context() as patch:
        patch.setattr(DocumentIntake, "load", lambda *_: 1 / 0)
        failed = loaded(loader, id)
    assert failed["state"] == "failed"
    assert "ZeroDivision" not in failed["fault"]
    assert loaded(loader, id)["state"] == "loaded"


def test_a_server_without_an_intake_says_so(settings: Settings, headers: dict[str, str]) -> None:
    """An application made by others, for reading alone."""
    with TestClient(api.create_app(settings), base_url="http://localhost", headers=headers) as client:
        answer = send(client)
    assert (answer.status_code, answer.json()["type"]) == (501, "/problems/not-offered")
