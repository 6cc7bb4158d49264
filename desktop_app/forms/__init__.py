"""Paper: what a printed document is made of, the rules of its layout, and the printer of PDF files."""
