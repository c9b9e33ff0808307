"""The Telegram bot: long polling, private chats, an allow-list.

May import `bot`'s rendering, messages, logs and the `Answers` seam. The only package that imports `telegram`
and that is asynchronous; the core runs in threads. Never decides what an answer says.
"""
