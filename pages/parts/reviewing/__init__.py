"""Vurdering: the letter as it came, and what is suggested, decided and said of it."""
