"""The questions as constants, one a file of ``cypher/read``; a new question is a file there and a line here."""

from __future__ import annotations

from typing import Any

from graphkb.catalogue import rows
from graphkb.catalogue.query import Query
from graphkb.errors import UsageError

DEPARTMENT_SEARCH = Query("department_search", rows.DepartmentSearchParams, rows.DepartmentRow)
DEPARTMENT_DELEGATIONS = Query("department_delegations", rows.DepartmentDelegationsParams, rows.DelegationRow)
FUNCTION_DELEGATIONS = Query("function_delegations", rows.FunctionDelegationsParams, rows.FunctionDelegationRow)
BODIES = Query("bodies", rows.BodiesParams, rows.BodyRow)
MATTERS = Query("matters", rows.MattersParams, rows.MatterRow)
FORMER_ID = Query("former_id", rows.FormerIdParams, rows.FormerIdRow)
DUTY = Query("duty", rows.DutyParams, rows.DutyRow)
TOWNSHIP_DUTIES = Query("township_duties", rows.TownshipDutiesParams, rows.TownshipDutyRow)
TEXT_SEARCH = Query("text_search", rows.TextSearchParams, rows.FoundDutyRow)
LIST_CATALOGUE = Query("list_catalogue", rows.ListCatalogueParams, rows.ListRow)
RECLAIMED_YET_DELEGATED = Query(
    "reclaimed_yet_delegated", rows.ReclaimedYetDelegatedParams, rows.ReclaimedYetDelegatedRow
)
COMPARE = Query("compare", rows.CompareParams, rows.ComparedMatterRow)
TOWNSHIP_DIFFERENCES = Query("township_differences", rows.TownshipDifferencesParams, rows.TownshipDifferenceRow)
UNIQUE_DUTIES = Query("unique_duties", rows.UniqueDutiesParams, rows.UniqueDutyRow)
MATTER = Query("matter", rows.MatterParams, rows.WholeMatterRow)
DEPARTMENT = Query("department", rows.DepartmentParams, rows.WholeDepartmentRow)
DEPARTMENT_RECLAIMED = Query("department_reclaimed", rows.DepartmentReclaimedParams, rows.DepartmentReclaimedRow)
JOINT_DELEGATIONS = Query("joint_delegations", rows.JointDelegationsParams, rows.JointDelegationRow)
PARTNERS = Query("partners", rows.PartnersParams, rows.PartnersRow)
DELEGATORS = Query("delegators", rows.DelegatorsParams, rows.DelegatorRow)
RECLAIMERS = Query("reclaimers", rows.ReclaimersParams, rows.ReclaimerRow)
WITHOUT_SAFEGUARDS = Query("without_safeguards", rows.WithoutSafeguardsParams, rows.WithoutSafeguardsRow)
FUNCTIONS = Query("functions", rows.FunctionsParams, rows.FunctionRow)
STARRED_DUTIES = Query("starred_duties", rows.StarredDutiesParams, rows.DutyLine)
LAWS = Query("laws", rows.LawsParams, rows.LawRow)
LAW_DUTIES = Query("law_duties", rows.LawDutiesParams, rows.LawDutyRow)
DUTIES_WITHOUT_LAW = Query("duties_without_law", rows.DutiesWithoutLawParams, rows.DutyLine)
VAGUE_VERBS = Query("vague_verbs", rows.VagueVerbsParams, rows.VagueVerbsRow)
VAGUE_VERBS_BY_DEPARTMENT = Query(
    "vague_verbs_by_department", rows.VagueVerbsByDepartmentParams, rows.VagueVerbsByDepartmentRow
)
DIVISIONS = Query("divisions", rows.DivisionsParams, rows.DivisionRow)
DIVISION = Query("division", rows.DivisionParams, rows.WholeDivisionRow)
TOWNSHIP_SUMMARY = Query("township_summary", rows.TownshipSummaryParams, rows.TownshipSummaryRow)
COUNTY_SUMMARY = Query("county_summary", rows.CountySummaryParams, rows.CountySummaryRow)
LIST = Query("list", rows.ListParams, rows.WholeListRow)
QUALITY = Query("quality", rows.QualityParams, rows.QualityRow)
TOWNSHIP_EDITIONS = Query("township_editions", rows.TownshipEditionsParams, rows.EditionRow)
EDITION_DUTIES = Query("edition_duties", rows.EditionDutiesParams, rows.EditionDutyRow)
EXPORT_DUTIES = Query("export_duties", rows.ExportDutiesParams, rows.ExportedDutyRow)
MATCH_TOWNSHIPS = Query("match_townships", rows.MatchTownshipsParams, rows.MatchTownshipRow)
MATCH_DUTIES = Query("match_duties", rows.MatchDutiesParams, rows.MatchDutyRow)
DEPARTMENT_NAMES = Query("department_names", rows.NamesParams, rows.NameRow)
DIVISION_NAMES = Query("division_names", rows.NamesParams, rows.NameRow)
MATTER_NAMES = Query("matter_names", rows.NamesParams, rows.NameRow)
LAW_NAMES = Query("law_names", rows.NamesParams, rows.NameRow)
FUNCTION_NAMES = Query("function_names", rows.NamesParams, rows.NameRow)
CATEGORY_NAMES = Query("category_names", rows.NamesParams, rows.NameRow)
EXPORTED_LISTS = Query("exported_lists", rows.ExportedListsParams, rows.ExportedListRow)
EXPORTED_NODES = Query("exported_nodes", rows.ExportedNodesParams, rows.ExportedNodeRow)
EXPORTED_RELATIONS = Query("exported_relations", rows.ExportedRelationsParams, rows.ExportedRelationRow)
EXPORTED_SHARED_NODES = Query("exported_shared_nodes", rows.ExportedSharedNodesParams, rows.SharedNodeRow)
EXPORTED_SHARED_RELATIONS = Query(
    "exported_shared_relations", rows.ExportedSharedRelationsParams, rows.ExportedRelationRow
)
DATASET = Query("dataset", rows.DatasetParams, rows.DatasetRow)
NODE = Query("node", rows.NodeParams, rows.NodeRow)
NEIGHBOUR_COUNTS = Query("neighbour_counts", rows.NeighbourCountsParams, rows.NeighbourCountRow)
NEIGHBOURS = Query("neighbours", rows.NeighboursParams, rows.NeighbourRow)
COLUMNS = Query("columns", rows.ColumnsParams, rows.ColumnRow)
SHARED_DUTIES = Query("shared_duties", rows.SharedDutiesParams, rows.SharedDutyRow)
LINKS_BETWEEN = Query("links_between", rows.LinksBetweenParams, rows.LinkBetweenRow)
MATRIX = Query("matrix", rows.MatrixParams, rows.MatrixRow)
MATRIX_TOWNSHIPS = Query("matrix_townships", rows.MatrixTownshipsParams, rows.MatrixTownshipRow)
FLOW_DEPARTMENTS = Query("flow_departments", rows.FlowDepartmentsParams, rows.FlowDepartmentRow)
FLOW_CATEGORIES = Query("flow_categories", rows.FlowCategoriesParams, rows.FlowCategoryRow)

QUERIES: dict[str, Query[Any, Any]] = {
    query.name: query for query in list(globals().values()) if isinstance(query, Query)
}


def query_named(name: str) -> Query[Any, Any]:
    """Return the question of this name; raises UsageError that lists those there are."""
    if name not in QUERIES:
        raise UsageError(f"there is no query {name!r}; there are {', '.join(sorted(QUERIES))}")
    return QUERIES[name]
