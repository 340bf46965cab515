"""What a driver's error means to a user."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from neo4j.exceptions import (
    AuthConfigurationError,
    AuthError,
    ConfigurationError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from graphkb.errors import GraphkbError, QueryTooLong, StoreFailure, StoreUnavailable

Kind = Literal["neo4j", "embedded"]

_TIMED_OUT: dict[Kind, str] = {
    "neo4j": "Neo.ClientError.Transaction.TransactionTimedOut",
    "embedded": "Neo.ClientError.Transaction.Terminated",  # by the host, see ``watch``
}


@dataclass(frozen=True)
class Target:
    """What a store is called in messages (no password here), and how its sessions are opened."""

    kind: Kind
    address: str
    database: str
    user: str
    timeout_seconds: float


def explain(error: Neo4jError | DriverError | OSError | ValueError, target: Target) -> GraphkbError:
    """The error to raise in the place of the driver's: StoreUnavailable, StoreFailure or QueryTooLong, with fault and remedy.

    Codes: Neo4j Status Codes, "Neo4j errors".
    """
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    said = error.message if isinstance(error, Neo4jError) else str(error)
    text = " ".join((said or type(error).__name__).split())
    if isinstance(error, IncompleteCommit):
        return StoreFailure(
            f"The store {target.address} was lost while it committed; whether the last write took place is unknown. "
            "Load again: loading twice changes nothing."
        )
    if code == "Neo.ClientError.Security.Forbidden":
        return StoreFailure(f"The store {target.address} does not let the user {target.user!r} do that: {text}")
    if isinstance(error, AuthError) or code.startswith("Neo.ClientError.Security."):
        return _login_refused(code, target)
    if code.startswith("Neo.ClientError.Database.DatabaseNotFound"):
        return StoreUnavailable(
            f"The store {target.address} has no database {target.database!r}; set GRAPHKB_DATABASE to one that it has."
        )
    if isinstance(error, (ConfigurationError, AuthConfigurationError)):
        return StoreUnavailable(f"The store address {target.address} cannot be used: {text}")
    if isinstance(error, (ServiceUnavailable, SessionExpired, OSError, ValueError)):
        return _not_reached(text, target)
    if code.startswith(_TIMED_OUT[target.kind]):
        return QueryTooLong(
            f"The store {target.address} gave up a query after {target.timeout_seconds:g} s; narrow the question, "
            "or raise GRAPHKB_QUERY_TIMEOUT_SECONDS."
        )
    if "heap budget exceeded" in text:  # of ArcadeDB
        return StoreFailure(
            f"The store {target.address} needs more memory for this query than it may have; narrow the question, or "
            "raise GRAPHKB_STORE_MEMORY and run `graphkb store stop`."
        )
    return StoreFailure(f"The store {target.address} failed: {text}")


def _login_refused(code: str, target: Target) -> StoreUnavailable:
    if code.endswith("AuthenticationRateLimit"):
        remedy = "too many failed logins; wait some seconds, then try with the right password in GRAPHKB_PASSWORD."
    elif target.kind == "embedded":
        remedy = "run `graphkb store stop` and try again."
    else:
        remedy = "set GRAPHKB_USER and GRAPHKB_PASSWORD to a user that it knows."
    return StoreUnavailable(f"The store {target.address} refuses the login of user {target.user!r}: {remedy}")


def _not_reached(text: str, target: Target) -> StoreUnavailable:
    if target.kind == "embedded":
        remedy = (
            "Its process may have run out of memory (GRAPHKB_STORE_MEMORY) or been killed: "
            "see host.log and host.old.log in its folder, under host."
        )
    else:
        remedy = (
            "Start that Neo4j or correct GRAPHKB_STORE (`make neo4j` starts one here); "
            "without Neo4j, GRAPHKB_STORE=embedded:.graphkb needs no server."
        )
    return StoreUnavailable(f"The store {target.address} does not answer ({text}). {remedy}")
