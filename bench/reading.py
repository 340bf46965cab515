"""Reading beside lxml and pdfplumber, which merely parse the same, and beside itself on all cores; memory for one and fifty."""

from __future__ import annotations

import html
import io
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html
import pdfplumber

import loaders
from tests.writers import Paragraph, Table, row
from tests.writers.pdf import write_pdf

SAMPLES = Path(__file__).resolve().parents[1] / "graphkb" / "samples"
TIMES = 5
"""How often the samples are repeated, each time as the lists of other townships."""
_MARKUP = re.compile(r"(?:\s*</?(?:p|ol|ul|li|br)[^>]*>\s*)+")
_TOWNSHIPS = ("石桥镇", "柳坪乡", "莲渡镇", "北坡", "城柳")


def enlarged(texts: list[str], times: int) -> list[str]:
    """Return the texts and their repetitions, whose townships bear other names."""
    copies = list(texts)
    for number in range(1, times):
        for text in texts:
            for name in _TOWNSHIPS:
                text = text.replace(name, f"{'东西南北中'[number % 5]}{name}")
            copies.append(text)
    return copies


def as_table(text: str) -> bytes:
    """Return the text as an HTML table, a line a row and a tab a cell's end: what lxml parses."""
    rows = ("".join(f"<td>{html.escape(cell)}</td>" for cell in line.split("\t")) for line in text.splitlines())
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table></body></html>".encode()


def measure(folder: Path, rounds: int) -> list[str]:
    """Return the lines of the report on reading: the samples enlarged, and the lists of ``folder``."""
    sources = {f"samples, {TIMES} times": enlarged(_texts(SAMPLES), TIMES)}
    if folder != SAMPLES:
        sources[folder.name] = _texts(folder)
    return [
        "One core, plain text; lxml parses the same text as one HTML table a document, in turns with ours.",
        "",
        "| texts | MB | ours, s | MB/s | lxml alone, s | ratio |",
        "| --- | --- | --- | --- | --- | --- |",
        *(_beside_lxml(name, texts, rounds) for name, texts in sources.items()),
        "",
        *_beside_pdfplumber(_texts(SAMPLES), rounds),
        "",
        *_side_by_side(sources[f"samples, {TIMES} times"]),
    ]


def _texts(folder: Path) -> list[str]:
    return [path.read_text("utf-8-sig") for path in sorted(folder.glob("*.txt"))]


def _beside_lxml(name: str, texts: list[str], rounds: int) -> str:
    documents, tables = [text.encode() for text in texts], [as_table(text) for text in texts]
    loaders.read_bytes("warm.txt", documents[0])
    ours, bare = [], []
    for _ in range(rounds):
        bare.append(_cpu_seconds(lambda: [lxml.html.document_fromstring(table) for table in tables]))
        ours.append(_cpu_seconds(lambda: [loaders.read_bytes("a.txt", data) for data in documents]))
    size = sum(map(len, documents)) / 1e6
    own, yardstick = statistics.median(ours), statistics.median(bare)
    return f"| {name} | {size:.2f} | {own:.2f} | {size / own:.2f} | {yardstick:.3f} | {own / yardstick:.0f} |"


def as_pdf(text: str) -> bytes:
    """Return the lines with tabs as ruled tables of a PDF, and the others as paragraphs between them."""
    blocks: list[Paragraph | Table] = []
    for line in text.splitlines():
        cells = tuple(_MARKUP.sub("\n", cell).strip() for cell in line.split("\t"))
        if len(cells) == 1:
            blocks += [Paragraph(cells[0])] if cells[0] else []
        elif blocks and isinstance(table := blocks[-1], Table) and len(table.rows[0]) == len(cells):
            blocks[-1] = Table((*table.rows, row(*cells)))
        else:
            blocks.append(Table((row(*cells),)))
    return write_pdf(blocks)


def _beside_pdfplumber(texts: list[str], rounds: int) -> list[str]:
    """Return our time for ruled PDFs of the samples' tables beside that of pdfplumber's extraction of their tables."""
    documents = [as_pdf(text) for text in texts if "\t" in text]
    ours, bare = [], []
    for _ in range(rounds):
        bare.append(_cpu_seconds(lambda: [_extract(data) for data in documents]))
        ours.append(_cpu_seconds(lambda: [loaders.read_bytes("a.pdf", data) for data in documents]))
    own, yardstick = statistics.median(ours), statistics.median(bare)
    return [
        f"{len(documents)} ruled PDFs of the samples: {own:.1f} s, pdfplumber's extract_tables alone {yardstick:.1f} s, "
        f"ratio {own / yardstick:.2f}."
    ]


def _extract(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            page.extract_tables()
            page.close()


def _cpu_seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


_RUN = """
import sys, time
from pathlib import Path
import psutil
import loaders
loaders.AT_ONCE = 0
paths, jobs = [Path(name) for name in sys.argv[2:]], int(sys.argv[1])
start, most = time.perf_counter(), 0
for _ in loaders.read_inputs(paths, jobs=jobs):
    family = [psutil.Process(), *psutil.Process().children()]
    most = max(most, *(one.memory_info().rss for one in family))
print(time.perf_counter() - start, most)
"""


def _side_by_side(texts: list[str]) -> list[str]:
    """Return how much quicker all cores read many files than one does, and the largest process for one file and fifty."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{number:02}.txt") for number in range(50)]
        for number, path in enumerate(paths):
            path.write_text(texts[number % len(texts)], "utf-8")
        alone, memory_of_one = _run(1, paths[:1])
        one, _ = _run(1, paths)
        all_cores, memory = _run(0, paths)
    return [
        f"Fifty files: {one:.1f} s by one worker, {all_cores:.1f} s by one a core ({one / all_cores:.2f} times as fast); "
        f"one file by a worker, its start included: {alone:.1f} s.",
        "",
        f"Largest process: {memory_of_one:,.0f} MiB for one file, {memory:,.0f} MiB for fifty.",
    ]


def _run(jobs: int, paths: list[Path]) -> tuple[float, float]:
    """Return the seconds of a run of its own, and the MiB of the largest of its processes."""
    done = subprocess.run([sys.executable, "-c", _RUN, str(jobs), *paths], capture_output=True, check=True, text=True)
    seconds, most = done.stdout.split()
    return float(seconds), float(most) / 2**20
