"""From a saved file to its words: one module for each kind of file, told by its content."""
