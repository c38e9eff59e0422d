from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from records import Attribution, Document, Entity, Mention, Reading, Statement

MakeReading = Callable[..., Reading]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/hustings.db"


@pytest.fixture
def make_reading() -> MakeReading:
    return _reading


def _reading(id: str = "a", text: str = "Ada Quill criticised Bo Marsh.", **document: str | None) -> Reading:
    ada = Entity(id="ada-quill", name="Ada Quill", type="person", party="Lanterns", roles=("mayor",))
    bo = Entity(id="bo-marsh", name="Bo Marsh", type="person")
    statement = Statement(
        id=f"{id}-1",
        document=id,
        actor=ada.name,
        actor_id=ada.id,
        actor_type=ada.type,
        relation="criticised",
        family="opposition",
        polarity=-1,
        target=bo.name,
        target_id=bo.id,
        target_type=bo.type,
        evidence=text,
        start=0,
        end=len(text),
        actor_span=(0, 9),
        cue_span=(10, 20),
        target_span=(21, 29),
    )
    return Reading(
        document=Document(id=id, text=text, **document),
        statements=(statement,),
        entities=(bo, ada),
        mentions=(Mention(start=0, end=9, entity_id=ada.id),),
        attributions=(Attribution(source=((0, 9),), cue=(), content=((10, 20), (21, 29)), entity_id=ada.id),),
        remarks=("one sentence was too long",),
    )


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 320 kilobytes, of its own; an empty database takes a third of that."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=320k", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root on Linux may mount a disk to fill")
    yield place
    subprocess.run(["umount", place], check=True)
