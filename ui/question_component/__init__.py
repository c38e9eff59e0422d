"""A Streamlit component without looks that offers words under the question bar; may import Streamlit."""

from ui.question_component.component import declare, show_offers

__all__ = ["declare", "show_offers"]
