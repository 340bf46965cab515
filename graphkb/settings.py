"""All settings, in one place: environment variables ``GRAPHKB_…`` or arguments of the command line."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    """Every setting; ``Settings(store="embedded:demo")`` wins over ``GRAPHKB_STORE``, and that over the default."""

    model_config = SettingsConfigDict(env_prefix="GRAPHKB_", extra="forbid", frozen=True)

    store: str = Field(
        "embedded:.graphkb",
        description="Where the graph is: embedded:FOLDER, or the address of a Neo4j (neo4j://, neo4j+s://, bolt:// …).",
    )
    user: str = Field("neo4j", description="User of a Neo4j store.")
    password: SecretStr | None = Field(None, description="Password of a Neo4j store; the embedded store makes its own.")
    database: str = Field("neo4j", description="Database of a Neo4j store.")
    query_timeout_seconds: float = Field(
        30, gt=0, description="How long a store may work on one reading query (embedded: as set when it started)."
    )
    store_memory: int = Field(
        1024, ge=128, description="Bound of the embedded store's heap in MiB; its process takes some 150 MiB more."
    )
    store_idle_seconds: float = Field(
        30,
        ge=0,
        description="How long the embedded store runs on without clients, unless `graphkb store start` keeps it.",
    )
    decisions: str = Field(
        "decisions",
        description="Folder of the files in which people's decisions about bodies are kept (graphkb decide).",
    )
    jobs: int = Field(0, ge=0, description="Processes that read documents side by side; 0: one a core.")
    read_seconds: float = Field(
        120,
        gt=0,
        description="How long one document may be read; 4 s a MiB are added, for PDF and images 60 s a MiB.",
    )
    read_memory: int = Field(
        1024,
        ge=64,
        description="Most MiB that reading one document may take; 50 times its size is the bound where that is less, "
        "but not below 256.",
    )
    host: str = Field("127.0.0.1", description="Address the API listens on.")
    port: int = Field(8000, ge=0, le=65535, description="Port the API listens on; 0 takes a free one.")
    allowed_hosts: str = Field(
        "", description="Names, parted by commas, that clients may use for the API beside localhost and GRAPHKB_HOST."
    )
    max_answer_rows: int = Field(5_000, gt=0, le=5_000, description="Most rows that one answer of the API holds.")
    request_timeout_seconds: float = Field(
        60, gt=0, description="How long one reading request of the API may take; then its queries are ended."
    )
    answer_cache_mb: int = Field(
        32,
        ge=0,
        description="MiB of answers that the API keeps for whoever asks the same of the same dataset; 0: none.",
    )
    keys: str = Field(".graphkb-keys.json", description="File of the API's keys (graphkb key); readable by you only.")
    read_key_required: bool = Field(
        False, description="Whether reading over the API needs a key, as loading always does."
    )
    cors_origins: str = Field(
        "",
        description="Origins, parted by commas, whose pages may read answers of the API, for example http://127.0.0.1:7474.",
    )
    mcp: bool = Field(False, description="Whether the API serves tools for agents at /mcp; needs the extra mcp.")
    max_upload_mb: int = Field(50, gt=0, le=64, description="Largest document that the API takes, in MiB.")
    max_pending_documents: int = Field(
        8,
        gt=0,
        le=100,
        description="Most documents that the API keeps between their check and their loading; each for an hour.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        "warning", description="What `graphkb serve` writes to stderr, as JSON lines; info: a line for each request."
    )
