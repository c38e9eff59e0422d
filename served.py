"""What `hustings serve` runs: `app.py` behind an entrance of ours (`ui.entrance`)."""

from __future__ import annotations

import streamlit as st

from ui.entrance import routes

app = st.App("app.py", routes=routes())
