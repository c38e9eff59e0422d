"""`hustings doctor`: does everything work here?"""

from __future__ import annotations

import platform
from collections.abc import Callable
from importlib import metadata

import typer

from commands.options import Database, Json, database_of
from commands.project import needed_packages
from commands.screen import print_json, print_table
from errors import HustingsError

Check = Callable[[str], str]


def doctor(context: typer.Context, database: Database = None, as_json: Json = False) -> None:
    """Check the installation and the database; say what to do about whatever is not in order.

    Example: hustings doctor
    """
    from workspace import default_database_url

    url = database_of(context, database) or default_database_url()
    found = {name: _outcome(check, url) for name, check in CHECKS.items()}
    if as_json:
        print_json([{"check": name, "ok": ok, "detail": detail} for name, (ok, detail) in found.items()])
    else:
        print_table(
            ("", "", ""), [(n, "ok" if ok else "not ok", detail) for n, (ok, detail) in found.items()]
        )
    if not all(ok for ok, _detail in found.values()):
        raise typer.Exit(1)


def _outcome(check: Check, url: str) -> tuple[bool, str]:
    try:
        return True, check(url)
    except HustingsError as error:
        return False, str(error)
    except ImportError as error:
        return False, f"{error}. Run make install"


def _python(_url: str) -> str:
    return platform.python_version()


def _packages(_url: str) -> str:
    names = needed_packages()
    missing = [name for name in names if not _installed(name)]
    if missing:
        raise HustingsError(f"not installed: {', '.join(missing)}", mend="Run make install")
    return f"{len(names)} installed"


def _installed(name: str) -> bool:
    try:
        return bool(metadata.version(name))
    except metadata.PackageNotFoundError:
        return False


def _model(_url: str) -> str:
    from nlp import Extractor

    return Extractor().versions["model"]


def _stance(_url: str) -> str:
    from nlp.stance import load_stance

    stance = load_stance()
    return stance.version if stance else "not installed: the rules work alone and find less"


def _knowledge(_url: str) -> str:
    from nlp.knowledge import load_knowledge

    return f"{len(load_knowledge().entities)} entities"


def _lexicon(_url: str) -> str:
    from nlp.lexicon import load_lexicon

    return f"{len(load_lexicon().relations)} relations"


def _database(url: str) -> str:
    """The whole file is read; one that is not there yet is not made."""
    from store import Store
    from store.open import file_of, read_address, shown

    address = read_address(url)
    path = file_of(address)
    if path and not path.exists():
        return f"{path} does not exist yet; hustings add makes it"
    with Store(url) as store:
        store.check()
        return f"{shown(address)}: {store.count()} documents"


def _graph_script(_url: str) -> str:
    from ui.graph_component.vendor import ensure_assets

    return str(ensure_assets())


CHECKS: dict[str, Check] = {
    "Python": _python,
    "packages": _packages,
    "language model": _model,
    "learned model": _stance,
    "knowledge base": _knowledge,
    "lexicon": _lexicon,
    "database": _database,
    "graph script": _graph_script,
}
