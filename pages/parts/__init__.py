"""What pages are made of: widgets, figures, words, number formats and exports."""
