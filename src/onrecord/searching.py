"""A query and a store to statements."""
