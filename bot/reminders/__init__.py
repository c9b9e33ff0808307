"""What the bot says unasked: reminders of deadlines, digests, and that a document has changed since it was asked about.

Decides what is due, writes it into the outbox (`bot.records.notices`) and words it; whoever sends calls `due`. May
import `bot`'s values, records and messages, and `corpus`. Never imports `telegram`, never sends, never reads the clock.
"""
