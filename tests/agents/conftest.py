"""The store that tools ask: the one of the exports."""

from tests.export.conftest import samples as samples
