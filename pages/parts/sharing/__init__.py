"""What leaves the page: links, codes, downloads, pinned versions."""
