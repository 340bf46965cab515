"""What installs graphkb and those who work on it: locks, wheel, container files, hooks, the guide for contributors."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
RESOURCES = ("cypher", "graphkb/samples", "graphkb/check/page", "api/static")


@pytest.mark.parametrize("lock", ["app", "dev"])
def test_everything_locked_is_pinned_and_hashed(lock: str) -> None:
    """pip refuses a hash-checked file in which one package has none, and then on the newcomer's machine only."""
    text = (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\w)", re.sub(r"(?m)^ *#.*\n", "", text).strip())
    assert [entry for entry in entries if not re.match(r"[\w.-]+==\S+ .*\\\n +--hash=sha256:[0-9a-f]{64}", entry)] == []


@pytest.mark.parametrize("lock", ["app", "dev"])
def test_locks_name_no_server_and_no_folder(lock: str) -> None:
    """Many users reach the package index by a mirror; an address in the lock would send them elsewhere."""
    text = (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    assert re.findall(r"(?m)https?:|file:|^ *-.*(?:index|find-links|trusted-host).*", text) == []


def test_developers_run_what_users_run() -> None:
    """One .venv serves `make demo` and `make test`: different versions would have each undo the other."""
    dev = pins("dev")
    assert {name: dev.get(name) for name in pins("app")} == pins("app")


def test_the_locks_are_those_of_pyproject() -> None:
    """Whoever adds a dependency and forgets `make lock` has it in his own .venv and nobody else has it."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = project["project"]["optional-dependencies"]
    app = project["project"]["dependencies"] + project["dependency-groups"]["build"]
    assert unmet(app, pins("app")) == []
    assert unmet(app + extras["dev"] + extras["py2neo"], pins("dev")) == []


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the tree and unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-cache-dir"]
    subprocess.run([*build, "--wheel-dir", str(folder), str(ROOT)], check=True)
    (built,) = folder.glob("graphkb-*.whl")
    with zipfile.ZipFile(built) as archive:
        archive.extractall(folder / "unpacked")
    return folder / "unpacked"


@pytest.mark.parametrize("folder", RESOURCES)
def test_the_wheel_holds_every_resource(wheel: Path, folder: str) -> None:
    """An editable install finds files that a wheel lacks, so that only the container would miss them."""
    expected = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if resource(path)}
    assert expected
    assert {path.relative_to(wheel).as_posix() for path in (wheel / folder).rglob("*") if path.is_file()} == expected


def test_the_wheel_holds_the_program_and_nothing_else(wheel: Path) -> None:
    """tests, bench and tools are for those who have the tree."""
    (info,) = wheel.glob("graphkb-*.dist-info")
    assert {path.name for path in wheel.iterdir()} == {"graphkb", "loaders", "api", "cypher", info.name}
    assert "graphkb = graphkb.cli:main" in (info / "entry_points.txt").read_text(encoding="utf-8")


def test_query_files_are_found_in_an_installed_wheel(wheel: Path) -> None:
    """cypher/ has no __init__.py: importlib.resources must find it as a namespace package."""
    script = (
        f"import sys; sys.path.insert(0, {str(wheel)!r})\n"
        "from importlib.resources import files\n"
        "print((files('cypher') / 'schema' / 'constraints.cypher').read_text('utf-8'), end='')"
    )
    # -S: without site-packages, and so without the editable install of this tree.
    found = subprocess.run([sys.executable, "-I", "-S", "-X", "utf8", "-c", script], capture_output=True, check=True)
    assert found.stdout == (ROOT / "cypher/schema/constraints.cypher").read_bytes()


def test_ports_are_published_on_loopback_only() -> None:
    """A bare "7687:7687" opens the database to the whole office network, past the host's firewall."""
    ports = {name: service["ports"] for name, service in services().items()}
    assert ports == {"neo4j": ["127.0.0.1:7474:7474", "127.0.0.1:7687:7687"], "api": ["127.0.0.1:8000:8000"]}


def test_there_is_no_default_password() -> None:
    """What has a default password is run with it; without GRAPHKB_PASSWORD compose must stop and say so."""
    neo4j, api = services()["neo4j"]["environment"], services()["api"]["environment"]
    assert re.fullmatch(r"neo4j/\$\{GRAPHKB_PASSWORD:\?.+\}", neo4j["NEO4J_AUTH"])
    assert re.fullmatch(r"\$\{GRAPHKB_PASSWORD:\?.+\}", api["GRAPHKB_PASSWORD"])


def test_the_api_waits_until_the_database_answers() -> None:
    """Neo4j takes some ten seconds to start; an API started at once would report itself broken."""
    assert services()["api"]["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "cypher-shell" in services()["neo4j"]["healthcheck"]["test"][1]
    assert "/readyz" in (ROOT / "Dockerfile").read_text(encoding="utf-8")


def test_memory_of_each_container_is_bounded_and_data_outlives_it() -> None:
    """Without a limit Neo4j takes what the host has; without a volume an update of the image empties the graph."""
    assert all("mem_limit" in service for service in services().values())
    assert services()["neo4j"]["volumes"] == ["neo4j-data:/data"]


def test_compose_and_maven_start_the_same_neo4j() -> None:
    """The tests run the version that the pom names: containers of another line would be untested."""
    pom = (ROOT / "tools/neo4j/pom.xml").read_text(encoding="utf-8")
    image = re.fullmatch(r"neo4j:(\d+\.\d+)-community", services()["neo4j"]["image"])
    assert image
    assert re.search(rf">{re.escape(image[1])}\.\d+<", pom)


def test_the_image_runs_as_an_ordinary_user_on_checked_packages() -> None:
    """Whoever breaks into the API must not be root in its container; nothing unchecked may enter it."""
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert "USER graphkb" in lines
    assert lines.index("USER graphkb") < min(i for i, line in enumerate(lines) if line.startswith("ENTRYPOINT"))
    assert [line for line in lines if "pip install" in line and "--require-hashes" not in line] == [
        "RUN pip install --no-deps --no-build-isolation . && useradd --system --uid 10001 --no-create-home graphkb"
    ]


def test_pre_commit_fetches_nothing() -> None:
    """Hooks by address need a code host that many offices cannot reach, and bring a second set of versions."""
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert {repo["repo"] for repo in config["repos"]} == {"local"}


def test_contributors_are_sent_to_files_and_targets_that_exist() -> None:
    """A guide names the file to imitate; files move, and guides stay behind."""
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = set(re.findall(r"`((?:api|bench|cypher|docs|graphkb|loaders|tests|\.ci)/[\w./-]*)`", guide))
    assert {path for path in paths if not (ROOT / path).exists()} == {"cypher/questions/NAME.cypher"}
    targets = set(re.findall(r"(?m)^(\w+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert set(re.findall(r"\bmake (\w+)", guide)) <= targets


def pins(lock: str) -> dict[str, str]:
    """Return the version of each package of a lock, by normalised name."""
    text = (ROOT / f"requirements/{lock}.txt").read_text(encoding="utf-8")
    return {canonicalize_name(name): version for name, version in re.findall(r"(?m)^([\w.-]+)==(\S+)", text)}


def unmet(requirements: list[str], locked: dict[str, str]) -> list[str]:
    """Return the requirements that a lock does not meet."""
    parsed = [Requirement(text) for text in requirements]
    return [
        str(requirement)
        for requirement in parsed
        if not requirement.specifier.contains(locked.get(canonicalize_name(requirement.name), "0"), prereleases=True)
    ]


def resource(path: Path) -> bool:
    """Return whether a path of the tree is a file that belongs into the wheel."""
    return path.is_file() and "__pycache__" not in path.parts


def services() -> dict[str, dict[str, Any]]:
    """Return the services of docker-compose.yml as written, variables unresolved."""
    compose: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load((ROOT / "docker-compose.yml").read_text("utf-8"))
    return compose["services"]
