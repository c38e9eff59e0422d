"""How the learned model is made: `python -m training.stance`. Needs the packages of `pip install -e '.[training]'`."""
