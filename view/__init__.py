"""Graphs and statements made visible: networks, pages, pictures, evidence. May import graph; no Streamlit."""
