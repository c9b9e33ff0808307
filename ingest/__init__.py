"""From files to the library: readers, header, structure, relations, passages, and the command line that runs them.

May import `corpus`, never `bot`. Never answers a question, and never keeps anything outside DATA_DIR.
"""
