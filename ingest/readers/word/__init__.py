"""Word documents (.docx, .docm): the package and its limits, list numbers, paragraphs and tables."""
