"""Texts to attributions: who is said to have said what, by rules."""
