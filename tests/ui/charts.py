"""What a page's chart draws, as AppTest sees it."""

from __future__ import annotations

from typing import Any

from streamlit.dataframe_util import convert_arrow_bytes_to_pandas_df
from streamlit.testing.v1 import AppTest


def drawn(page: AppTest, layer: int = 0) -> list[dict[str, Any]]:
    """The rows of the page's only chart; of its data sets, which are its layers, this one."""
    (chart,) = page.get("vega_lite_chart")
    frame = convert_arrow_bytes_to_pandas_df(chart.proto.datasets[layer].data.data)
    return [dict(row) for row in frame.to_dict("records")]
