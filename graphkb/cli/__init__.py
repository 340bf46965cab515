"""The command ``graphkb``: data on stdout, everything else on stderr, exit codes as in :data:`EXIT_CODES`."""

from __future__ import annotations

import os
import sys

import typer

from graphkb import __version__, errors
from graphkb.cli import agents, changes, cypher, documents, export, graph, keys, match, resolution, review, service
from graphkb.cli.render import say

EXIT_CODES: dict[type[errors.GraphkbError], int] = {
    errors.UsageError: 2,
    errors.IncompletePlace: 2,
    errors.NotFound: 2,
    errors.UnreadableInput: 3,
    errors.StoreUnavailable: 5,
    errors.StoreFailure: 5,
}
"""Error → exit code. 0 is fine, 4 is ``--strict`` with disagreements (not an error: everything was read)."""

app = typer.Typer(
    name="graphkb",
    help="Knowledge base of township duty lists (乡镇履行职责事项清单).",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(documents.parse)
app.command()(documents.check)
app.command()(graph.load)
app.command()(graph.query)
app.command()(export.export)
app.command()(cypher.cypher)
app.command()(agents.mcp)
app.command()(match.match)
app.command()(changes.changes)
app.command()(resolution.bodies)
app.command()(resolution.matters)
app.command()(resolution.evaluate)
app.command()(review.review)
app.command()(resolution.decide)
app.command()(resolution.resolve)
app.command()(service.serve)
app.command()(service.demo)
app.add_typer(service.store_app, name="store")
app.add_typer(keys.key_app, name="key")


def _version(wanted: bool) -> None:
    if wanted:
        print(f"graphkb {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: bool = typer.Option(False, "--version", callback=_version, is_eager=True, help="Print the version."),
) -> None:
    """Knowledge base of township duty lists (乡镇履行职责事项清单)."""


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    try:
        app()
    except errors.GraphkbError as error:
        say(f"graphkb: {error}")
        sys.exit(exit_code(error))
    except BrokenPipeError:
        # The reader of our output (head, less) has gone: no fault of ours, and nothing more to say to it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def exit_code(error: errors.GraphkbError) -> int:
    """Return the exit code of an error."""
    return next((code for kind, code in EXIT_CODES.items() if isinstance(error, kind)), 1)
