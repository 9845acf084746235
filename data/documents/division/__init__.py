"""How an answer is divided between the questions of the letter."""
