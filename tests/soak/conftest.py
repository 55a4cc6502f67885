"""What the trials of Spark share with its tests."""

from tests.spark.conftest import session

__all__ = ["session"]
