"""What a clause does in its paper: promise, decide, measure; learned from annotated text."""
