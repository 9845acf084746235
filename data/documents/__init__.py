"""Answers as they were sent: saved web pages, PDFs and Word files, read into source tables."""
