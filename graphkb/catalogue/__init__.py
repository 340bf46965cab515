"""Typed reads, one constant a query file: the questions of people, and what the program itself looks up."""

from graphkb.catalogue.changes import EditionChanges as EditionChanges
from graphkb.catalogue.changes import changes_of as changes_of
from graphkb.catalogue.lookups import *
from graphkb.catalogue.query import Answer as Answer
from graphkb.catalogue.query import Query as Query
from graphkb.catalogue.questions import *
