"""Other people's files: sheets read in, lists and packages given out. Not paper, and not the office's own store."""
