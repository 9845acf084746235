"""What a reader sees: the frame, one script per page, their parts and the server around them."""
