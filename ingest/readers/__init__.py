"""One reader for each format: bytes in, SourceText out.

May import `ingest.errors`, `ingest.source_text` and `corpus.model`; each foreign library has one home here. A reader
understands the format and nothing of what the text says, except where the layout of Nghị định 30/2020/NĐ-CP decides
the order of reading.
"""
