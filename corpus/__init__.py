"""What the documents say, and how to find it: the domain model, the library, its indexes, and retrieval.

Imports neither `bot` nor `ingest`. Never talks to people, never reads source files, never asks a language model.
"""
