"""A Streamlit component that shows a text with what lies over it, and reports what is chosen and marked in it."""

from ui.reader_component.component import Reader, show_reader

__all__ = ["Reader", "show_reader"]
