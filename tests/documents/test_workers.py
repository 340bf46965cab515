"""Reading in worker processes: what a hostile document costs, and that it costs nobody else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

import loaders
from graphkb.errors import UnreadableInput
from graphkb.records import Reading
from loaders.pool import Bounds
from loaders.sources import MEGABYTE, InputFile

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "graphkb" / "samples"
SMALL = SAMPLES / "linting-shiqiao.2025-09.txt"


def long_list(path: Path, rows: int = 40_000) -> Path:
    """Write a list that takes several seconds to read; it is no small text, so a worker reads it."""
    lines = [f"{number}\t组织开展第{number}次河道巡查，发现问题及时上报。" for number in range(1, rows + 1)]
    path.write_text("\n".join(["青禾县石桥镇基本履职事项清单", "序号\t事项名称", *lines]), "utf-8")
    return path


def workers() -> list[psutil.Process]:
    """Return the worker processes of this process."""
    children = psutil.Process().children()
    return [child for child in children if "loaders.worker" in child.cmdline()]


def labels(results: list[Reading | UnreadableInput]) -> list[str]:
    """Return what each result is: the document's name, or the sentence."""
    return [str(result) if isinstance(result, UnreadableInput) else result.document.name for result in results]


@pytest.fixture
def everything_in_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small texts go to workers, too."""
    monkeypatch.setattr(loaders, "AT_ONCE", 0)


@pytest.mark.slow
def test_a_document_that_takes_too_long_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    """One file that drives a reader into the sand must not cost the evening."""
    folder = tmp_path / "lists"
    folder.mkdir()
    grown = 4 * long_list(folder / "b.txt").stat().st_size / MEGABYTE  # 4 s a MiB are added to what is allowed
    for name in ("a.txt", "c.txt"):
        (folder / name).write_bytes(SMALL.read_bytes())
    results = list(loaders.read_inputs([folder], bounds=Bounds(seconds=0.5 - grown)))
    assert labels(results)[0::2] == ["a.txt", "c.txt"]
    assert labels(results)[1].startswith(f"{folder / 'b.txt'}: reading it takes longer than")
    assert workers() == []


@pytest.mark.slow
def test_a_document_that_takes_too_much_memory_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    """The machine's other programs go on, too."""
    results = list(loaders.read_inputs([long_list(tmp_path / "a.txt"), SMALL], bounds=Bounds(memory=16 * MEGABYTE)))
    assert "takes more than 16 MiB of memory" in labels(results)[0]
    assert labels(results)[1] == SMALL.name


@pytest.mark.slow
@pytest.mark.usefixtures("everything_in_workers")
def test_a_worker_that_breaks_down_costs_one_document(tmp_path: Path) -> None:
    """Libraries of C that read PDF and images have faults that end the process."""
    results = loaders.read_inputs([SMALL, long_list(tmp_path / "a.txt"), SMALL, SMALL], jobs=1)
    assert isinstance(next(results), Reading)
    (worker,) = workers()
    time.sleep(0.5)  # now it reads the long list
    worker.send_signal(signal.SIGSEGV)
    assert "broke down (SIGSEGV)" in str(next(results))
    assert labels(list(results)) == [SMALL.name, SMALL.name]


@pytest.mark.slow
def test_documents_come_in_order_from_workers_and_say_the_same() -> None:
    """The same bytes give the same records, whoever reads them and whatever is read beside."""
    here = list(loaders.read_inputs([SAMPLES]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loaders, "AT_ONCE", 0)
        assert list(loaders.read_inputs([SAMPLES], jobs=3)) == here
        backwards = sorted(SAMPLES.glob("*.txt"), reverse=True)
        assert list(loaders.read_inputs(backwards, jobs=2)) == here[::-1]


def test_a_sentence_about_a_document_comes_from_a_worker_unchanged(tmp_path: Path) -> None:
    """The user reads the same whichever process met the fault."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loaders, "AT_ONCE", 0)
        path = tmp_path / "letter.txt"
        path.write_text("各位同事：今天下午开会。", "utf-8")
        (result,) = loaders.read_inputs([path])
    assert str(result) == str(loaders.try_bytes(str(path), path.read_bytes(), loaders.NOWHERE))


@pytest.mark.usefixtures("everything_in_workers")
def test_few_documents_are_ahead_of_the_one_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory does not grow with the number of files: a folder of a whole province is not read into it at once."""
    opened = 0

    def endless(paths: object) -> Iterator[InputFile]:
        nonlocal opened
        while True:
            opened += 1
            yield InputFile("small.txt", SMALL.read_bytes())

    monkeypatch.setattr(loaders, "expand", endless)
    results = loaders.read_inputs([], jobs=2)
    for _ in range(10):
        next(results)
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert opened <= 10 + 2 * 2
    assert workers() == []


READ_FOR_LONG = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell starts its background jobs deaf to it
from pathlib import Path
import loaders
list(loaders.read_inputs([Path(sys.argv[1])], jobs=1))
"""


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="sends signals")
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_workers_end_with_the_process_that_asked(tmp_path: Path, ending: signal.Signals) -> None:
    """Somebody closes the terminal, or the machine's memory watch kills the command: nothing goes on in secret."""
    reader = subprocess.Popen(
        [sys.executable, "-c", READ_FOR_LONG, str(long_list(tmp_path / "a.txt", 200_000))],
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
    )
    try:
        busy = wait_for_worker(reader.pid)
        reader.send_signal(ending)
        reader.wait(20)
        busy.wait(20)
    finally:
        reader.kill()
    assert not busy.is_running()


def wait_for_worker(pid: int) -> psutil.Process:
    """Return the worker of a process, once it is at work."""
    for _ in range(400):
        time.sleep(0.05)
        for child in psutil.Process(pid).children():
            if child.memory_info().rss > 50 * MEGABYTE:
                return child
    raise AssertionError("no worker is at work")
