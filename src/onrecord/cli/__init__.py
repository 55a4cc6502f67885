"""The command line, one file a command group."""

import click


@click.group()
def main() -> None:
    """Who said what, in which words, and how do we know?"""
