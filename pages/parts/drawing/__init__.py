"""How it is drawn: cards, bars, tables, maps and the frame around them."""
