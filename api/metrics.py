"""Figures for Prometheus: ``/metrics`` (text format 0.0.4)."""

from __future__ import annotations

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

CONTENT_TYPE = CONTENT_TYPE_LATEST
_SECONDS = (0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30)
_METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS", "PUT", "PATCH", "DELETE"})


class Metrics:
    """The figures of one application; a registry of its own, so that two in one process do not mix."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "graphkb_http_requests",
            "Requests answered, by the template of their route.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "graphkb_http_request_seconds",
            "Time from a request to the end of its response.",
            ("route",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._questions = Histogram(
            "graphkb_question_seconds",
            "Time that the store took for a question of the catalogue.",
            ("question",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self._store_up = Gauge("graphkb_store_up", "1 where the store answers.", registry=self._registry)
        self._version = Gauge("graphkb_dataset_version", "Grows with every load.", registry=self._registry)

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count a request; what clients make up (paths, methods) is one label each."""
        route = route or "none"
        self._requests.labels(method if method in _METHODS else "other", route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def asked(self, question: str, seconds: float) -> None:
        """Count a question put to the store."""
        self._questions.labels(question).observe(seconds)

    def text(self, version: int | None) -> bytes:
        """Return all figures; ``version`` is the dataset's, None where the store does not answer."""
        self._store_up.set(version is not None)
        if version is not None:
            self._version.set(version)
        return generate_latest(self._registry)
