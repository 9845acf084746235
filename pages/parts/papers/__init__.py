"""Papers that stand alone: the pages' own cards as PDF, Word and PowerPoint, and the map they need.

Nothing here counts anything: a paper holds the same `Card` values as the screen.
"""
