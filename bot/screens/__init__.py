"""What stands in a chat: texts in Telegram's HTML with buttons under them, made from answers, documents and records.

May import `bot`'s values, messages, rendering and records, and `corpus`. Never imports `telegram`, never sends
anything, never decides what an answer says.
"""
