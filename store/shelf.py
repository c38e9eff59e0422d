"""What people keep in the database besides documents: snapshots and named views."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, delete, insert, select, update

from errors import InputError
from records import digest
from store.kept import SavedSnapshot, SavedView
from store.rows import now
from store.schema import snapshots, views

SHORT = 8  # hexadecimal digits of a view's id, as long as no other view has the same

_FACTS = [column for column in snapshots.c if column is not snapshots.c.content]


def save_snapshot(connection: Connection, name: str, content: bytes, where: str) -> SavedSnapshot:
    """Keep a snapshot; see `Store.save_snapshot`."""
    sha256 = hashlib.sha256(content).hexdigest()
    known = connection.execute(select(*_FACTS).where(snapshots.c.name == name)).mappings().one_or_none()
    if known is None:
        saved = SavedSnapshot(name=name, created_at=now(), sha256=sha256, size=len(content))
        row = {**{column.name: getattr(saved, column.name) for column in _FACTS}, "content": content}
        connection.execute(insert(snapshots), row)
        return saved
    if known["sha256"] != sha256:
        raise InputError(f"there is another snapshot named '{name}'", where=where, mend="Choose another name")
    return SavedSnapshot(**known)


def all_snapshots(connection: Connection) -> list[SavedSnapshot]:
    """All snapshots without their bytes, by name."""
    found = connection.execute(select(*_FACTS).order_by(snapshots.c.name)).mappings()
    return [SavedSnapshot(**row) for row in found]


def snapshot(connection: Connection, name: str, where: str) -> bytes:
    """The bytes of the snapshot of this name."""
    content = connection.scalar(select(snapshots.c.content).where(snapshots.c.name == name))
    if content is None:
        raise InputError(f"there is no snapshot '{name}'", where=where)
    return bytes(content)


def save_view(connection: Connection, name: str, owner: str, query: str) -> SavedView:
    """Keep a view; see `Store.save_view`."""
    whole = digest(f"{owner}\n{name}\n{query}")
    like = connection.execute(select(views).where(views.c.id.startswith(whole[:SHORT]))).mappings().all()
    for row in like:
        if (row["name"], row["owner"], row["query"]) == (name, owner, query):
            return SavedView(**row)
    saved = SavedView(
        id=whole if like else whole[:SHORT], name=name, owner=owner, query=query, created_at=now()
    )
    connection.execute(insert(views), {column.name: getattr(saved, column.name) for column in views.c})
    return saved


def all_views(connection: Connection, owner: str | None) -> list[SavedView]:
    """All views, or those of one owner, by name."""
    wanted = select(views).order_by(views.c.name, views.c.owner, views.c.created_at, views.c.id)
    if owner is not None:
        wanted = wanted.where(views.c.owner == owner)
    return [SavedView(**row) for row in connection.execute(wanted).mappings()]


def view(connection: Connection, id: str, where: str) -> SavedView:
    """The view of this id."""
    row = connection.execute(select(views).where(views.c.id == id)).mappings().one_or_none()
    if row is None:
        raise InputError(f"there is no view '{id}'", where=where)
    return SavedView(**row)


def rename_view(connection: Connection, id: str, name: str, where: str) -> None:
    """Give a view another name; its id stays, and with it every link."""
    done = connection.execute(update(views).where(views.c.id == id).values(name=name))
    if not done.rowcount:
        raise InputError(f"there is no view '{id}'", where=where)


def delete_view(connection: Connection, id: str) -> None:
    """Forget a view; one that is gone already is no matter."""
    connection.execute(delete(views).where(views.c.id == id))
