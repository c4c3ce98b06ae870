"""Training of the parts that are learned: annotated papers in, weights and their proof out."""
