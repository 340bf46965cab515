"""Tools for agents: the catalogue's questions over the Model Context Protocol. Needs the extra ``mcp``."""
