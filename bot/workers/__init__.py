"""The answering core in processes of its own, so that it uses every processor and never holds up the event loop.

`open_workers` gives `Conversations`. May import `bot` (not its rims) and `corpus`; knows nothing of Telegram.
"""

from bot.workers.opening import open_workers as open_workers
from bot.workers.pool import AnswerWorkers as AnswerWorkers
