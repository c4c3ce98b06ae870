"""Character recognition: pages that are pictures of text, read by Tesseract."""
