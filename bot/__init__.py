"""From a question to a reply.

May import `corpus` and itself, never `ingest`. Only `bot.telegram` is asynchronous and knows Telegram;
only `bot.__main__` builds things; every sentence that a user can see stands in `bot.messages`.
"""
