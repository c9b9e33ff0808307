"""What the bot itself must remember: people, groups, answers given, subscriptions, files handed in.

One SQLite file beside the library, changed in short transactions; nothing here is derived from the documents or needed
to answer. May import `bot`'s values and errors. Never imports `telegram`, never says anything to a user, never reads
the clock: `now` is an argument, an aware UTC datetime.
"""
