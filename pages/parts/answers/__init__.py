"""From a number to the letter: ways in, passages, hits, and what is left out of them."""
