"""The app in Chromium: `python -m benchmarks.browser [--nodes N] [--rounds N]`.

Measured inside the page, from the navigation or the press of the mouse to the second frame after the change:
the first paint of the graph, a filter to its repaint, a click on a name to its details. Each stands beside
what an empty Streamlit page takes in the same run (to appear, and for a button to change a text), since that
part is Streamlit's and the machine's. Without --nodes the graph is the sample; with it, a made-up one of
three links for each name.
"""

from __future__ import annotations

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from records import Document, Entity, Reading, Statement
from scripts.chromium import find_chromium
from store import Store
from workspace import Workspace

ROOT = Path(__file__).parents[1]
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
ARGUMENTS += ["--disable-background-networking", "--disable-component-update"]
BATCH = 500  # documents in one transaction
FEW = 1000  # names, up to which a filter has the shorter bar
DOUBLE_CLICK = 230  # ms in which a click may still become a double one
PATIENCE = 60_000  # ms after which what has not changed never will

EMPTY_PAGE = """
import streamlit as st
st.button("press")
st.session_state["runs"] = st.session_state.get("runs", 0) + 1
st.text(f"run {st.session_state['runs']}")
"""

HELPERS = """
window.bench = {
  start: 0,
  network() {
    for (const host of document.querySelectorAll("*")) {
      const box = host.shadowRoot?.querySelector(".canvas");
      if (!box) continue;
      const detail = {};
      box.dispatchEvent(new CustomEvent("hustings:inspect", { detail }));
      return detail.network && { network: detail.network, frame: box.getBoundingClientRect() };
    }
  },
  edges: () => window.bench.network()?.network.body.data.edges.length ?? 0,
  text: (selector) => document.querySelector(selector)?.textContent ?? "",
  async since(changed) {
    const frame = () => new Promise(requestAnimationFrame);
    while (!changed()) {
      if (performance.now() - window.bench.start > PATIENCE) throw new Error("nothing changes: " + changed);
      await frame();
    }
    await frame(); await frame();
    return performance.now() - window.bench.start;
  },
};
document.addEventListener("pointerdown", () => { window.bench.start = performance.now(); }, true);
""".replace("PATIENCE", str(PATIENCE))


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a small table: milliseconds, those of the empty page, their ratio, the bar."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--nodes", type=int, help="names in a made-up graph; the sample if not given")
    parser.add_argument("--rounds", type=int, default=5, help="of which the median is printed")
    options = parser.parse_args(arguments)
    chromium = find_chromium()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        script = Path(folder, "empty.py")
        script.write_text(EMPTY_PAGE, encoding="utf-8")
        url = f"sqlite:///{folder}/bench.db"
        fill(url, options.nodes)
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        with serving(ROOT / "app.py", url) as app, serving(script, url) as empty:
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.add_init_script(HELPERS)
            measured = measure(page, app, empty, options.rounds)
        browser.close()
    print_table(measured, bars(options.nodes or 0))
    return 0


def bars(nodes: int) -> dict[str, int]:
    """Name of the measure -> milliseconds that it may take with so many names, on a warm server."""
    return {
        "first paint": 2000,
        "filter to paint": 400 if nodes <= FEW else 1000,
        "click to details": 300 + DOUBLE_CLICK,
    }


def fill(url: str, nodes: int | None) -> None:
    """The sample, or a made-up corpus of this many names, in the database."""
    if nodes is None:
        with Workspace(url) as workspace:
            workspace.load_sample()
        return
    readings = list(made_up(nodes))
    with Store(url) as store:
        for start in range(0, nodes, BATCH):
            store.add_all(readings[start : start + BATCH], {"extractor": "made up"})


def made_up(nodes: int) -> Iterator[Reading]:
    """Three statements by each of the names, one document for each."""
    dice = random.Random(1)
    parties = ["Northern Union", "Coastal Alliance", "Valley List", "Island Greens"]
    relations = [("criticised", "opposition", -1), ("praised", "support", 1), ("accused", "opposition", -1)]
    entities = [
        Entity(id=f"person-{i}", name=f"Person {i}", type="person", party=dice.choice(parties))
        for i in range(nodes)
    ]
    for place, actor in enumerate(entities):
        others = dice.sample(range(nodes - 1), min(3, nodes - 1))
        targets = [entities[other + (other >= place)] for other in others]  # anybody but the actor
        yield _reading(actor, [(dice.choice(relations), target) for target in targets])


def _reading(actor: Entity, claims: list[tuple[tuple[str, str, int], Entity]]) -> Reading:
    sentences = [f"{actor.name} {relation} {target.name}." for (relation, _, _), target in claims]
    document = Document(
        id=f"report-{actor.id}", text=" ".join(sentences), date="2025-01-05", outlet="Lantern"
    )
    statements = []
    for number, (sentence, ((relation, family, polarity), target)) in enumerate(
        zip(sentences, claims, strict=True)
    ):
        start = document.text.index(sentence)
        cue, end = start + len(actor.name) + 1, start + len(sentence)
        statements.append(
            Statement(
                id=f"{actor.id}-{number}",
                document=document.id,
                actor=actor.name,
                actor_id=actor.id,
                actor_type="person",
                actor_party=actor.party,
                relation=relation,
                family=family,
                polarity=polarity,
                target=target.name,
                target_id=target.id,
                target_type="person",
                target_party=target.party,
                evidence=sentence,
                start=start,
                end=end,
                actor_span=(start, cue - 1),
                cue_span=(cue, cue + len(relation)),
                target_span=(end - 1 - len(target.name), end - 1),
                date=document.date,
                outlet=document.outlet,
            )
        )
    found = (actor, *(target for _, target in claims))
    return Reading(document=document, statements=tuple(statements), entities=found)


@contextmanager
def serving(script: Path, url: str) -> Iterator[str]:
    """The address of a running Streamlit server for the script."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    command += ["--server.headless", "true", "--server.address", "127.0.0.1"]
    environment = {**os.environ, "HUSTINGS_DATABASE_URL": url}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def _wait(address: str, patience: float = 60) -> None:
    end = time.monotonic() + patience
    while True:
        try:
            urllib.request.urlopen(address, timeout=2).close()
            return
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def measure(page: Page, app: str, empty: str, rounds: int) -> dict[str, tuple[float, float]]:
    """Name of the measure -> (the app's, the empty page's) median in milliseconds."""
    for address, shown in ((app, "() => bench.edges()"), (empty, "() => true")):
        page.goto(address)  # warm: the server has computed, the browser has the scripts
        page.evaluate(f"bench.since({shown})")
        page.wait_for_timeout(3000)
    appear = median(rounds, lambda: first_paint(page, empty, "() => bench.text('[data-testid=stText]')"))
    paint = median(rounds, lambda: first_paint(page, app, "() => bench.edges()"))
    react = median(rounds, lambda: press(page, empty))
    page.goto(app)
    page.evaluate("bench.since(() => bench.edges())")
    repaint = median(rounds, lambda: filter_to_paint(page))
    panel = median(rounds, lambda: click_to_panel(page))
    return {
        "first paint": (paint, appear),
        "filter to paint": (repaint, react),
        "click to details": (panel, react),
    }


def median(rounds: int, once: Callable[[], float]) -> float:
    """The median of several rounds."""
    return statistics.median(once() for _ in range(rounds))


def first_paint(page: Page, address: str, shown: str) -> float:
    """From the navigation until the condition holds and was painted."""
    page.goto("about:blank")
    page.goto(address, wait_until="commit")
    return float(page.evaluate(f"bench.since({shown})"))


def press(page: Page, address: str) -> float:
    """A button of the empty page, until the text has changed."""
    if page.url != address:
        page.goto(address)
    button = page.get_by_role("button", name="press")
    button.wait_for()
    page.evaluate("bench.before = bench.text('[data-testid=stText]')")
    button.click()
    return float(page.evaluate("bench.since(() => bench.text('[data-testid=stText]') !== bench.before)"))


def filter_to_paint(page: Page) -> float:
    """A press on one kind of relation, until the canvas holds other edges."""
    page.evaluate("bench.before = bench.edges()")
    page.get_by_role("button", name="opposition", exact=True).or_(
        page.get_by_role("checkbox", name="opposition", exact=True)
    ).first.click()
    took = float(page.evaluate("bench.since(() => bench.edges() !== bench.before)"))
    page.wait_for_timeout(600)
    return took


def click_to_panel(page: Page) -> float:
    """A click on a node that is not selected, until its name heads the details."""
    x, y = page.evaluate(
        """() => {
          const { network, frame } = bench.network();
          bench.before = bench.text(".st-key-named");
          const free = Object.entries(network.getPositions()).flatMap(([id, at]) => {
            const point = network.canvasToDOM(at);
            const inside = point.x > 0 && point.y > 60 && point.x < frame.width && point.y < frame.height;
            return inside && id !== bench.clicked && network.getNodeAt(point) === id ? [[id, point]] : [];
          });
          const [id, point] = free[Math.floor(Math.random() * free.length)];
          bench.clicked = id;
          return [point.x + frame.x, point.y + frame.y];
        }"""
    )
    page.mouse.click(x, y)
    took = float(page.evaluate("bench.since(() => bench.text('.st-key-named') !== bench.before)"))
    page.wait_for_timeout(600)
    return took


def print_table(measured: dict[str, tuple[float, float]], bars: dict[str, int]) -> None:
    """One line for each measure."""
    print(f"{'':18}{'ms':>8}{'empty page':>12}{'ratio':>8}{'bar':>8}")
    for name, (ours, theirs) in measured.items():
        print(f"{name:18}{ours:8.0f}{theirs:12.0f}{ours / theirs:8.2f}{bars[name]:8}")


if __name__ == "__main__":
    sys.exit(main())
