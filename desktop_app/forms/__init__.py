"""Paper: what a printed document is made of, the rules of its layout, and the printers of PDF, Word and Excel files."""
