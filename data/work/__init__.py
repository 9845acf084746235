"""What named people write: one append-only store of events, from which every state is derived."""
