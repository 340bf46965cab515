"""The questions as constants, one a file of ``cypher/questions``; a new question is a file there and a line here."""

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
DUTY = Query("duty", rows.DutyParams, rows.DutyRow)
DUTY_ELSEWHERE = Query("duty_elsewhere", rows.DutyElsewhereParams, rows.DutyElsewhereRow)
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
SHARED_DUTIES = Query("shared_duties", rows.SharedDutiesParams, rows.SharedDutyRow)
MATRIX = Query("matrix", rows.MatrixParams, rows.MatrixRow)

QUESTIONS: dict[str, Query[Any, Any]] = {
    query.name: query for query in list(globals().values()) if isinstance(query, Query)
}
"""Name → question, in the order of this module: what people ask, by the command line, the API, a page or an agent."""


def question_named(name: str) -> Query[Any, Any]:
    """Return the question of this name; raises UsageError that lists those there are."""
    if name not in QUESTIONS:
        raise UsageError(f"there is no question {name!r}; there are {', '.join(sorted(QUESTIONS))}")
    return QUESTIONS[name]
