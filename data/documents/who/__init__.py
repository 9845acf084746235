"""Who sent an answer, and when."""
