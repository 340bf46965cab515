"""``graphkb key …``: who may load lists over the API, and who may read where reading is not open."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphkb.cli import options
from graphkb.cli.render import print_json, print_table, say
from graphkb.keys import Keys, Scope
from graphkb.settings import Settings

key_app = typer.Typer(help="Keys of the API: create, list, revoke.", no_args_is_help=True)

Scopes = Annotated[
    list[Scope], typer.Option("--scope", help="What the key is for: load (which includes read), or read alone.")
]


def _keys() -> Keys:
    return Keys(Path(Settings().keys))


@key_app.command()
def create(
    name: Annotated[str, typer.Argument(help="Who or what will use it.")], scope: Scopes, as_json: options.Json = False
) -> None:
    """Make a key and print it, this once."""
    key, token = _keys().create(name, tuple(dict.fromkeys(scope)))
    if as_json:
        print_json([{**key.model_dump(mode="json", exclude={"sha256"}), "key": token}])
        return
    print(token)
    say(
        f"graphkb: the key {key.name} ({', '.join(key.scopes)}) is shown this once; send it as Authorization: Bearer KEY"
    )


@key_app.command("list")
def list_keys(as_json: options.Json = False) -> None:
    """List the keys; what they are is not kept."""
    keys = [key.model_dump(mode="json", exclude={"sha256"}) for key in _keys().all()]
    if as_json:
        print_json(keys)
    else:
        rows = ((key["id"], key["name"], key["scopes"], key["created_at"]) for key in keys)
        print_table("访问密钥 · keys", ("id", "name", "scopes", "created"), rows)


@key_app.command()
def revoke(name: Annotated[str, typer.Argument(help="Name or id of the key.")]) -> None:
    """Take a key away; requests that carry it are refused from now on."""
    key = _keys().revoke(name)
    say(f"graphkb: the key {key.name} ({key.id}) is revoked")
