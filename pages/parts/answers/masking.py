"""Answers as readers may see them: without what identifies a private person."""

from data.privacy import mask

__all__ = ["mask"]
