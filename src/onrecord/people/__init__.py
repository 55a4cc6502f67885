"""Source words to people."""
