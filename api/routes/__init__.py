"""The routes, one module a resource; each asks one question of the catalogue."""
