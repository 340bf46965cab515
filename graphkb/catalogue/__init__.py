"""The questions: typed reads, one constant a query file of ``cypher/read``."""

from graphkb.catalogue.changes import EditionChanges as EditionChanges
from graphkb.catalogue.changes import changes_of as changes_of
from graphkb.catalogue.query import Answer as Answer
from graphkb.catalogue.query import Query as Query
from graphkb.catalogue.reads import *
