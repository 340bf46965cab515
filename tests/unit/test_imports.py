"""Which part may know which: loaders → graphkb ← api, and only graphkb.cli sees all; and which packages they need."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]

# What loaders may know of graphkb: what a record is, and how to say that a document is unreadable.
LOADERS_MAY_USE = ("graphkb.records", "graphkb.errors", "graphkb.bodies")
PRODUCT = ("graphkb", "loaders", "api")
PART_OF = {
    "yaml": "pyyaml",
    "starlette": "fastapi",
    "pydantic_core": "pydantic",
    "PIL": "pdfplumber",
    "pdfminer": "pdfplumber",
    "cv2": "rapidocr",
    "numpy": "rapidocr",
    "mcp": "fastmcp",
    "opentelemetry": "opentelemetry-sdk",
}  # whose documentation tells to import them, or whose results are theirs
NEVER_IMPORTED = {
    "neo4j_rust_ext",
    "httptools",
    "uvloop",
    "onnxruntime",
    "opentelemetry_exporter_otlp_proto_http",
    "opentelemetry_instrumentation_fastapi",
}  # make the driver and the server quicker where they are installed; runs what rapidocr recognises with
CYPHER = re.compile(r"\b(MATCH|MERGE|CREATE|UNWIND|CALL)\s*[({]|\bMATCH\s+\w+\s*=|\bUNWIND\s+\$")


def test_graphkb_knows_neither_loaders_nor_api() -> None:
    """The graph is loaded from records alone, whoever made them; it depends on no document format and no HTTP."""
    entry = (ROOT / "graphkb/cli", ROOT / "graphkb/__main__.py")
    others = (path for path in modules("graphkb") if not any(path.is_relative_to(top) for top in entry))
    assert forbidden(others, ("loaders", "api", "graphkb.cli")) == []


def test_loaders_know_of_graphkb_only_what_a_record_is() -> None:
    """Readers are usable, and testable, without a store."""
    assert forbidden(modules("loaders"), ("graphkb",), LOADERS_MAY_USE) == []


def test_loaders_know_no_store_and_no_web() -> None:
    """The same rule one step further: a reader that opens a connection is no reader."""
    assert forbidden(modules("loaders"), ("api", "neo4j", "arcadedb", "fastapi", "typer")) == []


def test_api_asks_the_catalogue_and_no_store() -> None:
    """A route that queries by itself would ask what no query file asks, untested on the other stores."""
    assert forbidden(modules("api"), ("neo4j", "arcadedb", "loaders", "graphkb.cli", "graphkb.ingest")) == []


def test_api_contains_no_cypher() -> None:
    """Cypher stands in query files, where the contract test reads it and an analyst can paste it."""
    assert [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules("api")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and CYPHER.search(node.value)
    ] == []


def test_py2neo_is_for_notebooks_alone() -> None:
    """py2neo has had no release since 2021: analysts who know it may go on using it, the product must not need it."""
    assert forbidden((path for package in PRODUCT for path in modules(package)), ("py2neo",)) == []


def test_what_is_imported_is_declared_and_what_is_declared_is_imported() -> None:
    """An undeclared package is there by luck; one that nobody uses is fetched and updated for nothing."""
    paths = [path for package in PRODUCT for path in modules(package)]
    names = {name.split(".")[0] for path in paths for name in imported(parsed(path), package_of(path))}
    used = {
        PART_OF.get(name, name).replace("-", "_") for name in names - sys.stdlib_module_names - {*PRODUCT, "cypher"}
    }
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    texts = [
        *project["dependencies"],
        *project["optional-dependencies"]["ocr"],
        *project["optional-dependencies"]["otel"],
        *project["optional-dependencies"]["mcp"],
    ]
    declared = {Requirement(text).name.replace("-", "_") for text in texts}
    assert used == declared - NEVER_IMPORTED


@pytest.mark.parametrize(
    "line",
    [
        "import api.app",
        "from api import app",
        "from api.app import create_app as make",
        "def later():\n    from api import app",
        "if TYPE_CHECKING:\n    import api",
        "import importlib\nimportlib.import_module('api.app')",
    ],
)
def test_a_forbidden_import_is_found_wherever_it_hides(tmp_path: Path, line: str) -> None:
    """The tests above would pass as well if they saw nothing."""
    module = tmp_path / "module.py"
    module.write_text(f"import apiary\nfrom typing import TYPE_CHECKING\n{line}\n", encoding="utf-8")
    assert len(forbidden([module], ("api",))) == 1


def test_a_relative_import_is_found_by_the_package_it_means(tmp_path: Path) -> None:
    """``from ..ingest import load`` in api/ would be an ImportError, in graphkb/cli/ it is graphkb.ingest."""
    assert set(imported(ast.parse("from ..ingest import load"), ("graphkb", "catalogue"))) == {"graphkb.ingest.load"}


def modules(package: str) -> list[Path]:
    """Return the modules of a top-level package; fails where there is none, so that no rule holds of nothing."""
    found = sorted((ROOT / package).rglob("*.py"))
    assert found, f"no module in {package}/"
    return found


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def forbidden(paths: Iterable[Path], names: tuple[str, ...], except_for: tuple[str, ...] = ()) -> list[str]:
    """Return "file: module" for every import of ``names`` or of what is in them, but for ``except_for``."""
    return [
        f"{path.relative_to(ROOT) if path.is_relative_to(ROOT) else path.name}: {name}"
        for path in paths
        for name in sorted(set(imported(parsed(path), package_of(path))))
        if is_in(name, names) and not is_in(name, except_for)
    ]


def is_in(name: str, packages: tuple[str, ...]) -> bool:
    """Return whether a dotted name is one of ``packages`` or stands in one."""
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def package_of(path: Path) -> tuple[str, ...]:
    """Return the parts of the package that a module's relative imports start from."""
    return path.relative_to(ROOT).parent.parts if path.is_relative_to(ROOT) else ()


def imported(tree: ast.AST, package: tuple[str, ...]) -> Iterator[str]:
    """Yield the full dotted name of whatever a module imports, at the top, in a function or by name at run time."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join((*base, *([node.module] if node.module else [])))
            yield from (f"{stem}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith(("import_module", "__import__")):
            constants = (argument.value for argument in node.args if isinstance(argument, ast.Constant))
            yield from (value for value in constants if isinstance(value, str))
