"""Traces for OpenTelemetry, where a collector is named and the extra ``otel`` is installed; nothing is imported otherwise.

Set by the variables of its specification: OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER and others.
"""

from __future__ import annotations

import contextlib
import importlib.util
import logging
import os
from collections.abc import Callable
from contextlib import AbstractContextManager

from fastapi import FastAPI

ENDPOINTS = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")

_log = logging.getLogger("graphkb.api")
Span = Callable[[str], AbstractContextManager[object]]


def install(app: FastAPI) -> None:
    """Trace the requests of ``app``, where a collector is named."""
    if not any(os.environ.get(name) for name in ENDPOINTS):
        return
    if importlib.util.find_spec("opentelemetry") is None:
        _log.warning("A collector is named, but OpenTelemetry is not installed: pip install 'graphkb[otel]'.")
        return
    from opentelemetry import trace
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
    from opentelemetry.instrumentation.fastapi import FastAPIInstrumentor
    from opentelemetry.sdk.resources import SERVICE_NAME, Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import BatchSpanProcessor

    name = os.environ.get("OTEL_SERVICE_NAME", "graphkb")
    provider = TracerProvider(resource=Resource.create({SERVICE_NAME: name}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    trace.set_tracer_provider(provider)
    FastAPIInstrumentor.instrument_app(app, tracer_provider=provider, exclude_spans=["receive", "send"])
    app.state.asker.span = provider.get_tracer("graphkb").start_as_current_span


def no_span(name: str) -> AbstractContextManager[object]:
    """Return a span that goes nowhere."""
    return contextlib.nullcontext()
