"""How an answer is divided between the questions of the letter."""

from data.documents.division.dividing import divide
from data.documents.division.others import others
from data.documents.division.parts import Division, Part, Span

__all__ = ["Division", "Part", "Span", "divide", "others"]
