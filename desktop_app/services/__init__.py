"""What the office does: each module is all that a screen or command may do with one noun."""
