"""Composes the stages; the only wiring."""
