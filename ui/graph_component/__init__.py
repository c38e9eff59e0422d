"""A Streamlit component that shows a pyvis network and reports clicks; may import Streamlit and errors."""

from ui.graph_component.component import Order, show_graph, show_names, show_sight
from ui.graph_component.vendor import ensure_assets

__all__ = ["Order", "ensure_assets", "show_graph", "show_names", "show_sight"]
