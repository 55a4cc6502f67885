"""`onrecord train`: a model of one's own from annotated articles."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord.errors import InputError


@click.command("train")
@click.option(
    "--data",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help='JSON Lines: {"doc", "text", "attributions": [{"source", "cue", "content"}]}.',
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    required=True,
    help="A new folder for the model.",
)
@click.option("--name", default="own", show_default=True, help="What the model is called.")
@click.option(
    "--rounds",
    default=12,
    show_default=True,
    type=click.IntRange(1),
    help="Times through the articles.",
)
@click.option("--seed", default=1, show_default=True, help="The same seed gives the same model.")
def train(*, data: Path, out: Path, name: str, rounds: int, seed: int) -> None:
    """Train a model on articles that you annotated, for `--engine fast --model FOLDER`.

    One article of ten is kept apart, to choose thresholds and to measure. Spans are [start, end)
    code points of the text. Needs `onrecord[train]`; on one core a round over 600,000 words takes
    one to two minutes.
    """
    from onrecord.training import Plan
    from onrecord.training import train as train_model

    if (out / "manifest.toml").exists():
        raise InputError(f"{out}: holds a model already; name another folder")
    plan = Plan(name=name, rounds=rounds, seed=seed, trained_on=data.name)
    with click.progressbar(length=1, label="training", file=sys.stderr) as bar:

        def told(step: int, steps: int, loss: float) -> None:
            bar.length = steps
            bar.update(1)

        figures = train_model(data, out, plan, told=told)
    for key, value in figures.items():
        click.echo(f"{key.replace('_', ' '):16} {value:5.1f}")
    click.echo(f"use it: onrecord extract --engine fast --model {out}")
