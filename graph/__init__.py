"""Statements as a NetworkX graph: filters, measures, layout, files; imports records and errors only."""

from graph.build import build_graph
from graph.filters import Filter

__all__ = ["Filter", "build_graph"]
