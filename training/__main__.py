"""The learned model from public data: `python -m training --data FOLDER --base FOLDER --gold GOLD.json...`.

Trains the network, by what larger ones think too (`taught.npz`, which `training.teacher` makes), fits its gate, chooses
its settings and fits what its word counts for, in the program's own folder; what each step does and takes is told by
`training.stance`, `training.gate`, `training.settings` and `training.weighing`, which can also be run alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from training import gate, settings, stance, weighing


def main(arguments: Sequence[str] | None = None) -> int:
    """All four steps."""
    parser = argparse.ArgumentParser(prog="training", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", required=True, help="folder of the public data")
    parser.add_argument("--base", required=True, help="folder of the pretrained encoder")
    parser.add_argument("--gold", nargs="+", required=True, help="gold articles to choose the thresholds on")
    parser.add_argument("--keep", help="folder to keep weights in, for going on where something broke off")
    options = parser.parse_args(arguments)
    keep = ["--keep", options.keep] if options.keep else []
    return (
        stance.main(["--data", options.data, "--base", options.base, *keep])
        or gate.main(["--data", options.data])
        or settings.main(["--data", options.data, "--gold", *options.gold])
        or weighing.main(["--data", options.data, "--write"])
    )


if __name__ == "__main__":
    sys.exit(main())
