"""What is said: words for codes, numbers and findings, all as plain text."""
