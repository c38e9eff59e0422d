"""The pages and the graph component; may import workspace, view, graph, ingest, records and Streamlit."""
