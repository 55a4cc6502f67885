"""Quotations to places in passages: candidates, alignment, typed edits."""
