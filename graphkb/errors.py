"""Every error that a user can meet, under one root.

A message is one sentence (or two short ones) that names the thing, the place, the fault and the remedy.
What a front end makes of an error (exit code, HTTP status) stands in one table of that front end, not here.
"""


class GraphkbError(Exception):
    """Root of all errors raised on purpose; ``str(error)`` is fit to be shown to a user as it stands."""


class UsageError(GraphkbError):
    """The request itself is wrong: an unknown query, a parameter of the wrong type, options that contradict each other."""


class UnreadableInput(GraphkbError):
    """A file is empty, broken, too large, of an unknown format, or holds no duty list."""


class EmptyInput(UnreadableInput):
    """The file has no content."""


class DamagedInput(UnreadableInput):
    """The file is cut off, or is not what it says it is."""


class ProtectedInput(UnreadableInput):
    """The file is protected by a password."""


class ForeignFormat(UnreadableInput):
    """The file is of a format that is not read."""


class ArchiveInput(UnreadableInput):
    """The file is an archive where one document is wanted."""


class OversizedInput(UnreadableInput):
    """The file has more bytes, pages, cells or drawing than any duty list has."""


class ScanInput(UnreadableInput):
    """The file is an image, and the recognition of characters is not installed."""


class NoDutyList(UnreadableInput):
    """The file was read, and no duty list is in it."""


class IncompletePlace(GraphkbError):
    """A list does not say which township it is of, and the caller did not say so either."""


class NotFound(GraphkbError):
    """Nothing in the store has this id."""


class StoreUnavailable(GraphkbError):
    """The store cannot be reached, refuses the login, or is of a version that is not supported."""


class StoreFailure(GraphkbError):
    """The store was reached and then failed while it wrote or answered; the transaction was rolled back."""


class QueryTooLong(StoreFailure):
    """The store gave a query up, as it took longer than it may."""


class Interrupted(GraphkbError):
    """Whoever asked does not wait any more: the request took too long, or its client is gone."""


class Conflict(GraphkbError):
    """The thing is not in a state in which this can be done with it."""


class TooMany(GraphkbError):
    """There is no room for another one now."""


class TooLarge(GraphkbError):
    """What was sent is larger than is taken."""


class Moved(GraphkbError):
    """What had the id ``former`` has the id ``now``: it was merged with another, or renamed."""

    def __init__(self, former: str, now: str) -> None:
        super().__init__(f"What had the id {former} has the id {now} now.")
        self.former = former
        self.now = now
