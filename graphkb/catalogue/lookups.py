"""What the program itself looks up, as constants, one a file of ``cypher/lookups``; nobody asks these by name.

Names for typing ahead, the rows of exports, what hangs on a node.
"""

from __future__ import annotations

from typing import Any

from graphkb.catalogue import rows
from graphkb.catalogue.query import Lookup
from graphkb.stores import Store

FORMER_ID = Lookup("former_id", rows.FormerIdParams, rows.FormerIdRow)
EDITION_DUTIES = Lookup("edition_duties", rows.EditionDutiesParams, rows.EditionDutyRow)
EXPORT_DUTIES = Lookup("export_duties", rows.ExportDutiesParams, rows.ExportedDutyRow)
MATCH_TOWNSHIPS = Lookup("match_townships", rows.MatchTownshipsParams, rows.MatchTownshipRow)
MATCH_DUTIES = Lookup("match_duties", rows.MatchDutiesParams, rows.MatchDutyRow)
DEPARTMENT_NAMES = Lookup("department_names", rows.NamesParams, rows.NameRow)
DIVISION_NAMES = Lookup("division_names", rows.NamesParams, rows.NameRow)
MATTER_NAMES = Lookup("matter_names", rows.NamesParams, rows.NameRow)
LAW_NAMES = Lookup("law_names", rows.NamesParams, rows.NameRow)
FUNCTION_NAMES = Lookup("function_names", rows.NamesParams, rows.NameRow)
CATEGORY_NAMES = Lookup("category_names", rows.NamesParams, rows.NameRow)
DUTY_PLACES = Lookup("duty_places", rows.DutyPlacesParams, rows.DutyPlaceRow)
EXPORTED_LISTS = Lookup("exported_lists", rows.ExportedListsParams, rows.ExportedListRow)
EXPORTED_NODES = Lookup("exported_nodes", rows.ExportedNodesParams, rows.ExportedNodeRow)
EXPORTED_RELATIONS = Lookup("exported_relations", rows.ExportedRelationsParams, rows.ExportedRelationRow)
EXPORTED_SHARED_NODES = Lookup("exported_shared_nodes", rows.ExportedSharedNodesParams, rows.SharedNodeRow)
EXPORTED_SHARED_RELATIONS = Lookup(
    "exported_shared_relations", rows.ExportedSharedRelationsParams, rows.ExportedRelationRow
)
DATASET = Lookup("dataset", rows.DatasetParams, rows.DatasetRow)
NODE = Lookup("node", rows.NodeParams, rows.NodeRow)
NEIGHBOUR_COUNTS = Lookup("neighbour_counts", rows.NeighbourCountsParams, rows.NeighbourCountRow)
NEIGHBOURS = Lookup("neighbours", rows.NeighboursParams, rows.NeighbourRow)
COLUMNS = Lookup("columns", rows.ColumnsParams, rows.ColumnRow)
LINKS_BETWEEN = Lookup("links_between", rows.LinksBetweenParams, rows.LinkBetweenRow)
MATRIX_TOWNSHIPS = Lookup("matrix_townships", rows.MatrixTownshipsParams, rows.MatrixTownshipRow)
WORKING_TOGETHER = Lookup("working_together", rows.WorkingTogetherParams, rows.WorkingTogetherRow)
FLOW_DEPARTMENTS = Lookup("flow_departments", rows.FlowDepartmentsParams, rows.FlowDepartmentRow)
FLOW_CATEGORIES = Lookup("flow_categories", rows.FlowCategoriesParams, rows.FlowCategoryRow)

LOOKUPS: dict[str, Lookup[Any, Any]] = {
    lookup.name: lookup for lookup in list(globals().values()) if isinstance(lookup, Lookup)
}
"""Name → lookup."""


def dataset_of(store: Store) -> rows.DatasetRow:
    """Return the figures of the loaded graph. Raises StoreUnavailable or StoreFailure."""
    return DATASET.run(store, rows.DatasetParams()).rows[0]
