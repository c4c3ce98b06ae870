"""What a person does with an output: prove it, look at a row, ask a question."""
