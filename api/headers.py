"""Headers of a request, as the server hands them over (ASGI: pairs of bytes, names in lower case)."""

from __future__ import annotations

from starlette.types import Scope


def header(scope: Scope, name: bytes) -> str:
    """Return the value of the header, several of one name joined by a comma (RFC 9110, section 5.3); "" where there is none."""
    return ", ".join(value.decode("latin-1") for key, value in scope["headers"] if key == name)


def prefers_english(accepted: str) -> bool:
    """Return whether Accept-Language (RFC 9110, section 12.5.4) puts English before Chinese; Chinese is the default."""
    weights = {"zh": 0.0, "en": 0.0}
    for part in accepted.split(","):
        language, _, parameter = part.strip().partition(";")
        key = language.strip().lower().split("-")[0]
        if key in weights:
            weights[key] = max(weights[key], _weight(parameter))
    return weights["en"] > weights["zh"]


def _weight(parameter: str) -> float:
    name, _, value = parameter.strip().partition("=")
    try:
        return float(value) if name.strip() == "q" else 1.0
    except ValueError:
        return 0.0
