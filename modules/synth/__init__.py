"""What makes CDKTF usable from Python. Each file says when it can go."""
