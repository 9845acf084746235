"""Norway as the map draws it: municipality shapes, borders, hatching and the projection."""
