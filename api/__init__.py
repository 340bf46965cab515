"""The questions of the catalogue over HTTP, and the page that asks them."""

from api.app import create_app

__all__ = ["create_app"]
