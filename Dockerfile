FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app
COPY requirements/app.txt requirements/
RUN pip install --require-hashes --only-binary :all: --requirement requirements/app.txt
COPY pyproject.toml LICENSE ./
COPY graphkb graphkb
COPY loaders loaders
COPY api api
COPY cypher cypher
RUN pip install --no-deps --no-build-isolation . && useradd --system --uid 10001 --no-create-home graphkb

USER graphkb
WORKDIR /tmp
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=15s --retries=4 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
# All interfaces of the container; what is published, and where, is the host's decision.
ENTRYPOINT ["graphkb"]
CMD ["serve", "--host", "0.0.0.0"]
