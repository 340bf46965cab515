"""The command line as a data person meets it: data on stdout, remarks on stderr, exit codes that scripts can rely on."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkb.settings import Settings
from graphkb.stores import stop

pytestmark = pytest.mark.store

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT / "graphkb" / "samples"
ONE = SAMPLES / "linting-shiqiao.2025-09.txt"
DISAGREEING = SAMPLES / "linting-beipo.txt"
CONTRACT = {
    "place", "section", "number", "position", "category", "name", "starred", "departments", "responsibilities", "role",
    "safeguards", "method", "status", "laws", "source", "printed", "doubts",
}  # fmt: skip


def graphkb(
    *arguments: str | Path, store: str = "", cwd: Path = ROOT, stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    if store:
        environment["GRAPHKB_STORE"] = store
    command = [sys.executable, "-m", "graphkb", *map(str, arguments)]
    return subprocess.run(
        command, input=stdin, capture_output=True, text=True, encoding="utf-8", env=environment, cwd=cwd, timeout=120
    )


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an embedded store that holds the samples, loaded by the command."""
    address = f"embedded:{tmp_path_factory.mktemp('cli') / 'store'}"
    done = graphkb("load", SAMPLES, "--json", store=address)
    assert done.returncode == 0, done.stderr
    assert sum(report["added"] for report in json.loads(done.stdout)) == 490
    yield address
    stop(Settings(store=address))


def test_parse_prints_one_object_a_duty() -> None:
    """Others build on these objects."""
    done = graphkb("parse", ONE, "--format", "jsonl")
    duties = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert len(duties) == 52
    assert all(set(duty) == CONTRACT for duty in duties)
    assert duties[0]["place"] == {
        "province": "云岭省",
        "prefecture": "沧江市",
        "county": "临汀区",
        "township": "石桥镇",
    }
    assert {duty["source"]["document"] for duty in duties} == {ONE.name}


def test_a_folder_and_a_zip_of_it_read_the_same(tmp_path: Path) -> None:
    """Counties hand out their lists as an archive."""
    archive = tmp_path / "lists.zip"
    with zipfile.ZipFile(archive, "w") as file:
        for path in sorted(SAMPLES.glob("*.txt")):
            file.write(path, path.name)
    from_folder, from_zip = graphkb("parse", SAMPLES), graphkb("parse", archive)
    assert from_folder.stdout.count("\n") == 490
    assert from_zip.stdout == from_folder.stdout


def test_unreadable_input_is_told_in_one_sentence_and_the_others_go_on(tmp_path: Path) -> None:
    """One broken file in a folder of three hundred must not cost the evening."""
    empty = tmp_path / "empty.txt"
    empty.touch()
    done = graphkb("parse", empty, ONE)
    assert done.returncode == 3
    assert done.stdout.count("\n") == 52
    assert done.stderr.count("\n") == 1
    assert "empty.txt" in done.stderr


def test_a_missing_file_is_unreadable_input() -> None:
    """The shell's wildcard found nothing."""
    done = graphkb("check", "no-such-file.txt")
    assert done.returncode == 3
    assert "no-such-file.txt" in done.stderr
    assert "no-such-file.txt" in done.stdout


def test_check_strict_exits_with_4_on_disagreements_only() -> None:
    """A script that publishes lists must notice a count that is not met."""
    assert graphkb("check", DISAGREEING).returncode == 0
    assert graphkb("check", DISAGREEING, "--strict").returncode == 4
    assert graphkb("check", ONE, "--strict").returncode == 0


def test_check_as_json_is_one_document() -> None:
    """The report for programs."""
    done = graphkb("check", DISAGREEING, "no-such-file.txt", "--json")
    result = json.loads(done.stdout)
    assert (done.returncode, set(result)) == (3, {"documents", "failed", "totals"})
    assert result["failed"] == ["no-such-file.txt: there is no such file; check the path."]
    assert (result["totals"]["documents"], result["totals"]["failed"], result["totals"]["disagreements"]) == (1, 1, 1)
    (report,) = result["documents"]
    wrong = [count for count in report["lists"][0]["counts"] if not count["agrees"]]
    assert [(c["section"], c["category"], c["declared"], c["found"]) for c in wrong] == [
        ("cooperative", "平安法治", 4, 3)
    ]
    assert sum(report["shares"].values()) == pytest.approx(100)


def test_check_of_a_folder_ends_with_one_summary_and_the_files_not_read(tmp_path: Path) -> None:
    """Three hundred documents scroll by; what counts stands at the end."""
    empty = tmp_path / "empty.txt"
    empty.touch()
    summary = graphkb("check", SAMPLES, empty).stdout.partition("核对报告")[2]
    assert [words in summary for words in ("共8份文件", "10份清单", "empty.txt: the file is empty")] == [True] * 3


def test_check_writes_a_page(tmp_path: Path) -> None:
    """Data on stdout as ever; where the page is, on stderr."""
    page = tmp_path / "new folder" / "report.html"
    done = graphkb("check", ONE, "--html", page, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["totals"]["lists"] == 1
    assert str(page) in done.stderr
    assert page.read_text("utf-8").count('<details class="row"') == 52


def test_a_report_that_cannot_be_written_is_wrong_usage(tmp_path: Path) -> None:
    """The folder of the lists is no place for the report on them."""
    (tmp_path / "list.txt").touch()
    among = graphkb("check", tmp_path, "--html", tmp_path / "report.html")
    assert (among.returncode, [path.name for path in tmp_path.iterdir()]) == (2, ["list.txt"])
    done = graphkb("check", ONE, "--html", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("query", "no_such_query"),
        ("query", "duty"),
        ("query", "department_search", "--param", "text"),
        ("query", "department_search", "--param", "limit=0"),
        ("load", ONE, "--edition", "summer"),
        ("frobnicate",),
    ],
)
def test_wrong_usage_exits_with_2(arguments: tuple[str | Path, ...], loaded: str) -> None:
    """A mistyped name, a missing parameter, a value out of range."""
    done = graphkb(*arguments, store=loaded)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr


def test_an_unreachable_store_exits_with_5() -> None:
    """The database is down, or the port is wrong."""
    done = graphkb("query", "list_catalogue", store="bolt://127.0.0.1:1")
    assert (done.returncode, done.stdout) == (5, "")
    assert "127.0.0.1:1" in done.stderr


def test_loading_again_changes_nothing(loaded: str) -> None:
    """People load the whole folder each time."""
    reports = json.loads(graphkb("load", SAMPLES, "--json", store=loaded).stdout)
    assert {report["status"] for report in reports} == {"unchanged"}


def test_a_list_without_township_is_refused_until_the_option_says_it(tmp_path: Path) -> None:
    """One of the published lists names no township anywhere."""
    nameless = tmp_path / "nameless.txt"
    nameless.write_text(ONE.read_text("utf-8").replace("石桥镇", ""), "utf-8")
    address = f"embedded:{tmp_path / 'store'}"
    try:
        refused = graphkb("load", nameless, "--json", store=address)
        assert (refused.returncode, json.loads(refused.stdout)) == (2, [])
        assert "--township" in refused.stderr
        (report,) = json.loads(graphkb("load", nameless, "--township", "石桥镇", "--json", store=address).stdout)
        assert report["place"]["township"] == "石桥镇"
    finally:
        stop(Settings(store=address))


def test_strict_load_leaves_out_what_disagrees(tmp_path: Path) -> None:
    """A list that contradicts itself must not get in unseen where somebody asked for that."""
    address = f"embedded:{tmp_path / 'store'}"
    try:
        done = graphkb("load", DISAGREEING, ONE, "--strict", "--json", store=address)
        assert done.returncode == 4
        assert [report["document"] for report in json.loads(done.stdout)] == [ONE.name]
    finally:
        stop(Settings(store=address))


def test_query_answers_the_users_own_example(loaded: str) -> None:
    """Everything the county water bureau delegates, with townships, role and lines."""
    done = graphkb(
        "query", "department_delegations", "-p", "department=县水利局", "-p", "county=青禾县", "--json", store=loaded
    )
    rows = json.loads(done.stdout)["rows"]
    assert {row["township"] for row in rows} == {"石桥镇", "柳坪乡", "莲渡镇"}
    assert all(row["role"] and row["first_line"] <= row["last_line"] for row in rows)


def test_a_question_to_an_empty_store_says_that_it_is_empty(tmp_path: Path) -> None:
    """After the demo, whose store is another, people ask their own and wonder."""
    address = f"embedded:{tmp_path / 'store'}"
    done = graphkb("query", "department_search", store=address)
    stop(Settings(store=address))
    assert done.returncode == 0
    assert f"The store {address} is empty" in done.stderr


def test_query_without_a_name_lists_the_questions() -> None:
    """A newcomer asks what there is."""
    names = [question["name"] for question in json.loads(graphkb("query", "--json").stdout)]
    assert "department_delegations" in names


def test_export_as_csv_opens_in_a_spreadsheet(loaded: str, tmp_path: Path) -> None:
    """Excel and WPS take a file for UTF-8 only with the mark at its start."""
    target = tmp_path / "duties.csv"
    done = graphkb("export", "--format", "csv", "--output", target, store=loaded)
    assert (done.returncode, done.stdout) == (0, "")
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(target.read_text("utf-8-sig"))))
    assert len(rows) == 441
    assert {row["county"] for row in rows} == {"青禾县", "临汀区", "塔林旗"}


def test_export_to_stdout_is_json_lines(loaded: str) -> None:
    """Data on stdout, the count on stderr."""
    done = graphkb("export", store=loaded)
    assert len([json.loads(line) for line in done.stdout.splitlines()]) == 441
    assert done.stderr.strip() == "441 duties"


def test_store_status_tells_no_password(loaded: str) -> None:
    """Status output lands in tickets."""
    password = (Path(loaded.removeprefix("embedded:")) / "host" / "password").read_text("utf-8")
    done = graphkb("store", "status", "--json", store=loaded)
    assert json.loads(done.stdout)["kind"] == "embedded"
    assert password not in done.stdout + done.stderr


def test_demo_once_prints_and_ends(tmp_path: Path) -> None:
    """The first command of every newcomer, in a folder of their own."""
    done = graphkb("demo", "--once", cwd=tmp_path, store=f"embedded:{tmp_path / 'store'}")
    stop(Settings(store=f"embedded:{tmp_path / 'store'}"))
    assert done.returncode == 0, done.stderr
    assert "核对报告" in done.stdout
    assert "县水利局交办了什么" in done.stdout
    assert "石桥镇" in done.stdout


def test_matters_are_one_object_a_line_with_all_their_rows(loaded: str) -> None:
    """Others measure the matters by these objects."""
    done = graphkb("matters", "--county", "青禾县", "--json", store=loaded)
    assert done.returncode == 0, done.stderr
    matters = [json.loads(line) for line in done.stdout.splitlines()]
    assert {"id", "title", "rows"} == set(matters[0])
    rows = [row for matter in matters for row in matter["rows"]]
    assert {"county", "township", "section", "number", "name", "link", "score"} <= set(rows[0])
    assert {row["link"] for row in rows} == {"same", "overlap"}
    assert all("青禾县" in {row["county"] for row in matter["rows"]} for matter in matters)


def test_evaluate_prints_the_measures_of_labelled_pairs(tmp_path: Path) -> None:
    """A county can label pairs of its own and see how far to trust the matters."""
    file = tmp_path / "pairs.toml"
    file.write_text(
        '[[entry]]\nrow = "养犬登记"\nwithin.same = ["犬只登记"]\nwithin.different = ["养犬宣传"]\n', "utf-8"
    )
    done = graphkb("evaluate", file)
    assert done.returncode == 0, done.stderr
    assert "pairs.toml: 2 pairs" in done.stdout
    assert "1.000" in done.stdout
