"""The embedded store: one host process owns the folder, clients come and go, and a crash leaves nothing to repair."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest
from neo4j import ManagedTransaction
from pydantic import SecretStr

from graphkb.errors import StoreFailure, StoreUnavailable
from graphkb.settings import Settings
from graphkb.stores import Store, StoreStatus, apply_schema, open_store, start, status, stop
from graphkb.stores.watch import writes

pytestmark = pytest.mark.store

CLIENT = """
import sys
from graphkb.settings import Settings
from graphkb.stores import open_store, status
settings = Settings(store=sys.argv[1], store_memory=256, store_idle_seconds=1)
with open_store(settings) as store:
    store.write(lambda transaction: transaction.run("CREATE (:Duty {id: $id})", id=sys.argv[2]).consume())
    print(status(settings).pid, flush=True)
    if len(sys.argv) > 3:
        sys.stdin.read()
"""


@pytest.fixture
def settings(tmp_path: Path) -> Iterator[Settings]:
    """Settings of a store of its own, in a folder as users have them."""
    settings = Settings(store=f"embedded:{tmp_path / '知识 库'}", store_memory=256, store_idle_seconds=1)
    yield settings
    stop(settings)


def client(settings: Settings, duty: str, *stay: str) -> subprocess.Popen[str]:
    """Another process that opens the store, writes one duty and prints the host's process id; ``stay`` keeps it."""
    command = [sys.executable, "-c", CLIENT, settings.store, duty, *stay]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, start_new_session=True)


def running(settings: Settings) -> StoreStatus:
    found = status(settings)
    assert found.running
    return found


def host_process(settings: Settings) -> psutil.Process:
    return psutil.Process(running(settings).pid)


def kill(settings: Settings) -> None:
    """End the host as the kernel does when memory runs out; the process may take a moment to go."""
    host_process(settings).kill()


def wait_for(condition: Callable[[], bool], seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def create(transaction: ManagedTransaction, duty: str) -> None:
    transaction.run("CREATE (:Duty {id: $id})", id=duty).consume()


def create_batch(transaction: ManagedTransaction, batch: int) -> None:
    query = "UNWIND range(1, 300) AS i CREATE (:Duty {id: toString($batch) + '-' + toString(i), batch: $batch})"
    transaction.run(query, batch=batch).consume()


def write_on(store: Store, batch: int, stopping: threading.Event, acknowledged: list[int]) -> None:
    """Write batch after batch, and note each that the store acknowledged."""
    while not stopping.is_set():
        try:
            store.write(partial(create_batch, batch=batch))
        except StoreFailure:  # lost while it committed
            return
        acknowledged.append(batch)
        batch += 1


def folder(settings: Settings) -> Path:
    return Path(settings.store.removeprefix("embedded:"))


def test_a_second_process_uses_the_running_store(settings: Settings) -> None:
    """`graphkb load` is run while `graphkb serve` has the store open."""
    with open_store(settings) as store:
        other = client(settings, "from-the-other")
        said, complained = other.communicate(timeout=60)
        assert (said.strip(), complained) == (str(running(settings).pid), "")
        assert store.read("MATCH (d:Duty) RETURN d.id AS id") == [{"id": "from-the-other"}]


def test_processes_that_start_at_once_share_one_host(settings: Settings) -> None:
    """Two terminals, or a service and a person, open a store that nobody runs yet."""
    others = [client(settings, f"d{number}") for number in range(3)]
    hosts = {other.communicate(timeout=120)[0].strip() for other in others}
    with open_store(settings) as store:
        assert len(hosts) == 1
        assert [row["id"] for row in store.read("MATCH (d:Duty) RETURN d.id AS id ORDER BY id")] == ["d0", "d1", "d2"]


def test_a_killed_host_heals_at_the_next_open(settings: Settings) -> None:
    """After kill -9 or a power cut, state file, locks and request files of the dead host lie around."""
    with open_store(settings) as store:
        store.write(partial(create, duty="kept"))
        first = running(settings).pid
        (folder(settings) / "host" / "keep").touch()
        kill(settings)
    wait_for(lambda: not status(settings).running)
    assert (folder(settings) / "host" / "state.json").exists()
    with open_store(settings) as store:
        assert store.read("MATCH (d:Duty) RETURN d.id AS id") == [{"id": "kept"}]
        now = running(settings)
        assert now.pid != first
        assert now.kept is False


def test_a_start_that_was_broken_off_is_taken_over(settings: Settings) -> None:
    """Ctrl-C, or a closed window, in the second in which the host comes up."""
    other = client(settings, "never-written")
    wait_for(lambda: (folder(settings) / "host" / "host.log").exists())
    other.kill()
    other.communicate(timeout=30)
    with open_store(settings) as store:
        first = running(settings).pid
        assert store.read("MATCH (d:Duty) RETURN count(d) AS n") == [{"n": 0}]
        time.sleep(1)
        assert running(settings).pid == first


def test_an_open_store_outlives_its_host(settings: Settings) -> None:
    """`graphkb serve` runs for weeks; somebody kills the host, or the machine runs out of memory and does."""
    with open_store(settings) as store:
        store.write(partial(create, duty="before"))
        kill(settings)
        store.write(partial(create, duty="after"))
        assert store.read("MATCH (d:Duty) RETURN count(d) AS n") == [{"n": 2}]
        kill(settings)
        assert store.read("MATCH (d:Duty) RETURN count(d) AS n") == [{"n": 2}]


@pytest.mark.slow
def test_a_kill_during_commits_loses_none_that_was_acknowledged_and_leaves_no_half(settings: Settings) -> None:
    """A load is under way at the kill: what was reported as written must be there, the rest wholly or not at all."""
    acknowledged: list[int] = []
    for turn in range(3):
        store = open_store(settings)
        stopping = threading.Event()
        writer = threading.Thread(target=write_on, args=(store, turn * 1000, stopping, acknowledged))
        before = len(acknowledged)
        writer.start()
        wait_for(partial(lambda enough: len(acknowledged) > enough, before + 2 + turn))
        stopping.set()
        kill(settings)
        writer.join(timeout=120)
        assert not writer.is_alive()
        store.close()
    with open_store(settings) as store:
        rows = store.read("MATCH (d:Duty) RETURN d.batch AS batch, count(*) AS n ORDER BY batch")
        assert {row["n"] for row in rows} == {300}
        assert set(acknowledged) <= {row["batch"] for row in rows}


def test_nobody_else_can_read_password_and_data(settings: Settings) -> None:
    """Machines of a government office are shared."""
    with open_store(settings):
        host = folder(settings) / "host"
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (host.parent, host, *host.iterdir())}
    if sys.platform != "win32":
        assert modes[folder(settings).name] == 0o700
        assert (modes["host"], modes["password"], modes["state.json"]) == (0o700, 0o600, 0o600)


def test_the_host_listens_on_loopback_only(settings: Settings) -> None:
    """The engine's own default is all interfaces for Bolt; a store must not be reached from the office network."""
    with open_store(settings):
        listening = [
            connection.laddr
            for connection in host_process(settings).net_connections("inet")
            if connection.status == psutil.CONN_LISTEN
        ]
        assert {address.ip.removeprefix("::ffff:") for address in listening} == {"127.0.0.1"}
        assert running(settings).bolt_port in {address.port for address in listening}


def test_the_host_stops_when_no_client_is_left(settings: Settings) -> None:
    """A command that ran for a second must not leave a process that runs for ever."""
    with open_store(settings):
        first = running(settings).pid
        time.sleep(2.5)
        assert running(settings).pid == first
    wait_for(lambda: not status(settings).running)


def test_a_killed_client_does_not_keep_the_host(settings: Settings) -> None:
    """A terminal window is closed, or a script is killed, with the store open."""
    other = client(settings, "d1", "stay")
    assert other.stdout is not None
    assert other.stdout.readline().strip() == str(running(settings).pid)
    other.kill()
    other.communicate(timeout=30)
    wait_for(lambda: not status(settings).running)


@pytest.mark.skipif(sys.platform == "win32", reason="process groups are of POSIX")
def test_ctrl_c_in_the_clients_terminal_leaves_the_host_alone(settings: Settings) -> None:
    """Ctrl-C goes to every process of the terminal; a host that died first would fail the client's last commit."""
    other = client(settings, "d1", "stay")
    assert other.stdout is not None
    host = int(other.stdout.readline())
    os.killpg(other.pid, signal.SIGINT)
    other.communicate(timeout=30)
    assert running(settings).pid == host


def test_a_started_store_stays_until_it_is_stopped(settings: Settings) -> None:
    """`graphkb store start` is for those who open the store often, or with the Neo4j Browser."""
    assert start(settings).kept is True
    time.sleep(2.5)
    assert running(settings).kept is True
    assert stop(settings) is True
    assert status(settings).running is False
    assert stop(settings) is False


def test_stop_waits_until_all_is_on_disk(settings: Settings) -> None:
    """After `graphkb store stop` the folder is copied as a backup."""
    with open_store(settings) as store:
        store.write(partial(create, duty="d1"))
        host = host_process(settings)
        assert stop(settings) is True
        wait_for(lambda: not host.is_running() or host.status() == psutil.STATUS_ZOMBIE, seconds=5)
        assert not list(folder(settings).glob("databases/kb/*.wal"))
    with open_store(settings) as store:
        assert store.read("MATCH (d:Duty) RETURN d.id AS id") == [{"id": "d1"}]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
def test_sigterm_ends_the_host_in_good_order(settings: Settings) -> None:
    """A machine that shuts down sends SIGTERM to all."""
    start(settings)
    host = host_process(settings)
    host.terminate()
    log = folder(settings) / "host" / "host.log"
    wait_for(lambda: [line.split()[2] for line in log.read_text("utf-8").splitlines()] == ["serving", "stopped"])


def test_a_folder_of_a_newer_engine_is_left_alone(settings: Settings) -> None:
    """A folder is copied back from a machine with a newer graphkb; an older engine could spoil it."""
    start(settings)
    stop(settings)
    (folder(settings) / "host" / "engine").write_text("99.1.0", encoding="utf-8")
    with pytest.raises(StoreUnavailable, match=r"last written by arcadedb 99\.1\.0, which is newer than"):
        open_store(settings)


def test_a_damaged_folder_is_reported_with_the_engines_own_words(settings: Settings) -> None:
    """A disk error, or a copy that broke off."""
    start(settings)
    stop(settings)
    for page_file in folder(settings).glob("databases/kb/dictionary*.dict"):
        page_file.unlink()
    (folder(settings) / "databases" / "kb" / "schema.json").write_text("{", encoding="utf-8")
    with pytest.raises(
        StoreUnavailable, match=r"did not come up: the engine arcadedb .+ could not open it: .+host\.log"
    ):
        open_store(settings)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    """The path holds a file in the place of a folder, or belongs to somebody else."""
    (tmp_path / "a-file").touch()
    with pytest.raises(StoreUnavailable, match=r"a-file/store cannot be written .+GRAPHKB_STORE=embedded:FOLDER"):
        open_store(Settings(store=f"embedded:{tmp_path}/a-file/store"))


def test_without_the_engine_the_way_to_neo4j_is_shown(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no wheel of the engine for musl and for Macs with an Intel processor."""
    monkeypatch.setitem(sys.modules, "arcadedb", None)
    with pytest.raises(
        StoreUnavailable, match=r"arcadedb\) is not installed .+GRAPHKB_STORE=neo4j://127\.0\.0\.1:7687"
    ):
        open_store(settings)
    assert list((folder(settings) / "host" / "clients").iterdir()) == []


def test_a_running_host_takes_over_a_changed_schema(settings: Settings) -> None:
    """graphkb was updated while its store kept running."""
    with open_store(settings) as store:
        state = folder(settings) / "host" / "state.json"
        now = state.read_text(encoding="utf-8")
        state.write_text(now.replace('"schema_print": "', '"schema_print": "of-an-older-version-'), encoding="utf-8")
        apply_schema(store)
        assert state.read_text(encoding="utf-8") == now


def test_the_password_file_alone_says_what_the_password_is(settings: Settings) -> None:
    """Somebody deletes the file, or puts a folder back without it."""
    with open_store(settings):
        password = folder(settings) / "host" / "password"
        password.write_text("another", encoding="utf-8")
        with pytest.raises(StoreUnavailable, match=r"refuses the login of user 'root': run `graphkb store stop`"):
            open_store(settings)
    stop(settings)
    password.unlink()
    with open_store(settings) as store:
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


def test_the_store_is_not_taken_for_a_neo4j(settings: Settings) -> None:
    """Its Bolt port can be addressed directly, but then nobody keeps the host alive or makes its full-text index."""
    with open_store(settings):
        password = (folder(settings) / "host" / "password").read_text(encoding="utf-8")
        direct = Settings(
            store=f"bolt://127.0.0.1:{running(settings).bolt_port}",
            user="root",
            password=SecretStr(password),
            database="kb",
        )
        with pytest.raises(StoreUnavailable, match="is an ArcadeDB; name its folder: GRAPHKB_STORE=embedded:FOLDER"):
            open_store(direct)


SLOW = "UNWIND range(1, 90000) AS a UNWIND range(1, 90000) AS b WITH a * b AS c WHERE c = -1 RETURN count(c) AS n"


def test_a_question_that_takes_too_long_is_ended(settings: Settings) -> None:
    """The engine keeps no time limit by itself; a question that nobody bounded would block the store for the others."""
    with open_store(settings.model_copy(update={"query_timeout_seconds": 1})) as store:
        with pytest.raises(StoreFailure, match=r"gave up a query after 1 s; .+GRAPHKB_QUERY_TIMEOUT_SECONDS"):
            store.read(SLOW)
        assert store.read("RETURN 1 AS one") == [{"one": 1}]


def test_questions_of_clients_that_are_gone_do_not_block_the_others(settings: Settings) -> None:
    """Somebody closes the browser, or the window of a script, while a long question runs; the engine goes on with it."""
    impatient = settings.model_copy(update={"query_timeout_seconds": 2})
    ask = CLIENT.replace("sys.stdin.read()", f"store.read({SLOW!r})")
    pipe = subprocess.PIPE
    with open_store(impatient) as store:
        for number in range(5):  # the engine works on four at once
            command = [sys.executable, "-c", ask, settings.store, f"d{number}", "ask"]
            gone = subprocess.Popen(command, stdout=pipe, stderr=subprocess.DEVNULL, text=True)
            assert gone.stdout is not None
            gone.stdout.readline()
            time.sleep(0.3)
            gone.kill()
            gone.communicate(timeout=30)
        assert store.read("MATCH (d:Duty) RETURN count(d) AS n") == [{"n": 5}]


@pytest.mark.parametrize(
    "query",
    [
        "UNWIND range(1, 60) AS j WITH collect([i IN range(1, 200000) | toString(i * j)]) AS t RETURN size(t) AS n",
        "WITH reduce(text = 'x', i IN range(1, 30) | text + text) AS text RETURN size(text) AS n",
    ],
    ids=["beyond the engine's budget", "out of memory"],
)
def test_a_question_too_big_for_the_memory_fails_and_the_next_one_works(settings: Settings, query: str) -> None:
    """Out of memory, the engine would half die: the question's thread ends, and its place in the queue stays taken."""
    with open_store(settings) as store:
        store.write(partial(create, duty="kept"))
        with pytest.raises((StoreFailure, StoreUnavailable), match="GRAPHKB_STORE_MEMORY"):
            store.read(query)
        assert store.read("MATCH (d:Duty) RETURN d.id AS id") == [{"id": "kept"}]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("// how to SET a thing\nMATCH (d:Duty)\nRETURN d.created AS created", False),
        ("MATCH (d:Duty) /* MERGE */ RETURN d.offset AS offset", False),
        ("MATCH (d:Duty {id: $id})\nSET d.name = $name", True),
        ("unwind $rows as row merge (d:Duty {id: row.id})", True),
        ("MATCH (d:Duty) DETACH DELETE d", True),
    ],
)
def test_only_queries_that_cannot_write_are_ended(query: str, expected: bool) -> None:
    """A load takes the time it takes; ending it would be worse than waiting."""
    assert writes(query) is expected
