"""Whether Telegram would take a text as HTML, by the rules of its manual [1].

[1] https://core.telegram.org/bots/api#html-style
"""

from html.parser import HTMLParser

from bot.telegram.message_parts import LONGEST_MESSAGE_UNITS, message_parts, shown_length

_ALLOWED = {"b", "i", "u", "s", "a", "code", "pre", "blockquote"}


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=False)
        self.open, self.faults = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in _ALLOWED:
            self.faults.append(f"<{tag}>")
        if tag == "blockquote" and tag in self.open:
            self.faults.append("nested blockquote")
        self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")


def faults_of(text):
    """What Telegram would refuse of the text or of the messages that it is cut into."""
    faults = []
    for part in [text, *message_parts(text)]:
        reader = _Reader()
        reader.feed(part)
        reader.close()
        faults += reader.faults + [f"<{tag}> stays open" for tag in reader.open]
    too_long = [part for part in message_parts(text) if shown_length(part) > LONGEST_MESSAGE_UNITS]
    return faults + ["too long" for _ in too_long]


def labels(screen):
    """The labels of the buttons, row by row."""
    return [[button.label for button in row] for row in screen.rows]


def callback(screen, label):
    """The callback of the one button with this label."""
    [found] = [button.callback for row in screen.rows for button in row if button.label == label]
    return found
