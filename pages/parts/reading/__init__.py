"""Who reads, what she has chosen, and in which language."""
