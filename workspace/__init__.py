"""What the command and the pages both do, composed of the rooms; knows no Streamlit and no screen."""

from workspace.adding import Added
from workspace.workspace import Workspace, default_database_url

__all__ = ["Added", "Workspace", "default_database_url"]
