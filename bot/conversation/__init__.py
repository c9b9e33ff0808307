"""A conversation: what was said before is remembered in a small value, and follow-ups are made to stand alone by rule.

May import `bot` (not its rims) and `corpus`. Never answers anything itself and never reads or keeps more than `Memory`.
"""
