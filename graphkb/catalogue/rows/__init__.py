"""Parameters and rows of the questions, a module a topic. What a field means stands in the query file's header, not here again."""

from graphkb.catalogue.rows.departments import *
from graphkb.catalogue.rows.divisions import *
from graphkb.catalogue.rows.duties import *
from graphkb.catalogue.rows.export import *
from graphkb.catalogue.rows.former import *
from graphkb.catalogue.rows.graph import *
from graphkb.catalogue.rows.laws import *
from graphkb.catalogue.rows.lists import *
from graphkb.catalogue.rows.matters import *
from graphkb.catalogue.rows.rankings import *
from graphkb.catalogue.rows.search import *
from graphkb.catalogue.rows.summaries import *
