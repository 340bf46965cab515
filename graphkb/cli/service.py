"""``graphkb serve``, ``graphkb store …`` and ``graphkb demo``: processes that stay."""

from __future__ import annotations

import sys
from importlib.resources import as_file, files
from typing import Annotated

import typer

from graphkb import stores
from graphkb.catalogue import DEPARTMENT_DELEGATIONS
from graphkb.catalogue.rows import DepartmentDelegationsParams
from graphkb.check import Tally, reconcile
from graphkb.cli import options
from graphkb.cli.check_tables import print_summary, summary_rows
from graphkb.cli.documents import read_all
from graphkb.cli.graph import load_readings, print_load_reports
from graphkb.cli.render import print_json, print_table, say
from graphkb.records import Place
from graphkb.settings import Settings

DEMO_STORE = "embedded:.graphkb-demo"
"""The demonstration has a store of its own: fictional places do not belong among real ones."""

DEMO_DEPARTMENT = "县水利局"

store_app = typer.Typer(help="The store's process: start, stop, status.", no_args_is_help=True)

Host = Annotated[
    str | None, typer.Option(help="Address to listen on; the setting GRAPHKB_HOST, 127.0.0.1, where not given.")
]
Port = Annotated[int | None, typer.Option(help="Port to listen on; the setting GRAPHKB_PORT, 8000, where not given.")]


def serve(host: Host = None, port: Port = None) -> None:
    """Serve the API and the page until Ctrl-C."""
    _serve(_with_address(Settings(), host, port))


def _with_address(settings: Settings, host: str | None, port: int | None) -> Settings:
    given = {key: value for key, value in (("host", host), ("port", port)) if value is not None}
    return settings.model_copy(update=given)


def _serve(settings: Settings) -> None:
    # Imported here: the web framework takes longer to import than most commands take to run.
    import uvicorn

    import api
    from api import logs
    from graphkb.cli.intake import DocumentIntake

    logs.configure(settings.log_level)
    say(f"graphkb: http://{settings.host}:{settings.port}  (API: /docs; Ctrl-C ends)")
    uvicorn.run(
        api.create_app(settings, DocumentIntake(settings)),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        server_header=False,
    )


def demo(
    once: Annotated[bool, typer.Option(help="End after printing, without serving.")] = False,
    host: Host = None,
    port: Port = None,
) -> None:
    """Load the bundled sample lists of fictional places, print what was read, answer a question, and serve."""
    settings = Settings()
    if "store" not in settings.model_fields_set:
        settings = settings.model_copy(update={"store": DEMO_STORE})
    with as_file(files("graphkb") / "samples") as folder:
        readings = list(read_all([folder], Place(), []))
    with stores.open_store(settings) as store:
        reports = load_readings(store, readings, [])
        checked = [reconcile(reading) for reading in readings]
        tally = Tally()
        for report in checked:
            tally.add(report)
        print_summary([row for report in checked for row in summary_rows(report)], tally.totals(failed=0), ())
        print_load_reports(reports)
        params = DepartmentDelegationsParams(department=DEMO_DEPARTMENT)
        rows = DEPARTMENT_DELEGATIONS.run(store, params).rows
        print_table(
            f"{DEMO_DEPARTMENT}交办了什么 · everything the county water bureau delegates",
            ("县", "乡镇", "类别", "事项", "牵头", "乡镇配合职责", "出处"),
            (
                (r.county, r.township, r.category, r.name, r.lead, r.role, f"{r.document}:{r.first_line}-{r.last_line}")
                for r in rows
            ),
        )
    say(f"graphkb: to ask more: GRAPHKB_STORE={settings.store} {sys.argv[0]} query")
    if not once:
        _serve(_with_address(settings, host, port))


@store_app.command()
def start(as_json: options.Json = False) -> None:
    """Start the embedded store and keep it running until `graphkb store stop`."""
    _print_status(stores.start(Settings(), keep=True), as_json)


@store_app.command()
def stop(as_json: options.Json = False) -> None:
    """Stop the embedded store; does nothing where it does not run."""
    settings = Settings()
    stores.stop(settings)
    _print_status(stores.status(settings), as_json)


@store_app.command()
def status(as_json: options.Json = False) -> None:
    """Tell which store is set, and whether it answers."""
    _print_status(stores.status(Settings()), as_json)


def _print_status(found: stores.StoreStatus, as_json: bool) -> None:
    if as_json:
        print_json(found)
    else:
        print_table("图数据库 · store", ("", ""), found.model_dump(mode="json").items())
