"""What Telegram makes of HTML, and how it words what it cannot read."""

import pytest

from tests.telegram_server.found_entities import found_entities
from tests.telegram_server.html_text import parsed_html
from tests.telegram_server.placing import checked_link
from tests.telegram_server.refusal import Refused


def entity(kind, offset, length, **more):
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("written", "shown", "entities"),
    [
        ("&lt;&gt;&amp;&quot;&laquo;&#39;&#x1F600;", "<>&\"&laquo;'😀", []),  # four names are known, no more
        ("a &lt b &amp", "a < b &", []),  # the semicolon may be missing
        ("&#0;&#;&nbsp;", "&#0;&#;&nbsp;", []),
        ("<b>Đậm</b>", "Đậm", [entity("bold", 0, 3)]),
        ("<STRONG>x</strong >", "x", [entity("bold", 0, 1)]),
        ("😀 <i>😀</i>", "😀 😀", [entity("italic", 3, 2)]),  # UTF-16 units
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("<b></b>x", "x", []),
        ("<b>x</>", "x", [entity("bold", 0, 1)]),
        ('<a href="https://example.vn/?a=1&amp;b=2">x</a>', "x",
         [entity("text_link", 0, 1, url="https://example.vn/?a=1&b=2")]),
        ("<a href='example.vn'>x</a>", "x", [entity("text_link", 0, 1, url="http://example.vn")]),
        ('<pre><code class="language-python">x</code></pre>', "x", [entity("pre", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [entity("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("x > y", "x > y", []),
        ("<b aba>x</b>", "x", [entity("bold", 0, 1)]),
    ],
)  # fmt: skip
def test_html_is_shown_with_its_entities(written, shown, entities):
    formatted = parsed_html(written)
    assert formatted.text == shown
    assert list(formatted.entities) == entities
    assert formatted.warnings == ()


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("a <b c", 'Unclosed start tag "b" at byte offset 2'),
        ("<b/>", 'Unsupported start tag "b/" at byte offset 0'),
        ("đ <script>", 'Unsupported start tag "script" at byte offset 3'),  # bytes, not letters
        ("x <b", "Unclosed start tag at byte offset 2"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/>y</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</strong>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</strong>"'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("&#xD800;", "Text contains invalid Unicode characters after decoding HTML entities, "
                     "check for unmatched surrogate code units"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_telegrams_words(written, reason):
    with pytest.raises(Refused) as refused:
        parsed_html(written)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


@pytest.mark.parametrize(
    ("written", "warning"),
    [
        ("<b>a<b>b</b></b>", "bold is nested in itself in 'b'"),
        ("<blockquote>a<blockquote expandable>b</blockquote></blockquote>",
         "a blockquote is nested in a blockquote in 'b'"),
        ("<code><b>x</b></code>", "bold stands in code in 'x'"),
        ("<pre><a href='https://a.vn'>x</a></pre>", "text_link stands in code in 'x'"),
        ("<b><code>x</code></b>", "code stands in bold in 'x'"),
        ("<a href='/srv/plan.pdf'>x</a>", "the link '/srv/plan.pdf' is dropped: not an address that Telegram takes"),
        ("<a href='javascript:alert(1)'>x</a>",
         "the link 'javascript:alert(1)' is dropped: not an address that Telegram takes"),
        ("<a href='http://localhost/x'>x</a>",
         "the link 'http://localhost/x' is dropped: not an address that Telegram takes"),
        ("<b>x</b> " * 101, "101 entities: those after the first 100 are dropped"),
    ],
)  # fmt: skip
def test_what_telegram_drops_without_a_word_is_a_warning(written, warning):
    assert parsed_html(written).warnings == (warning,)


def test_code_may_stand_in_a_quote():
    assert parsed_html("<blockquote>a <code>b</code></blockquote>").warnings == ()


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.vn/a b", None),
        ("https://vanban.example.vn:99999999/", None),
        ("tg://user?id=7", "tg://user?id=7"),
        ("https://t.me/test_bot?start=doc_1", "https://t.me/test_bot?start=doc_1"),
        ("file:///etc/passwd", None),
        ("", None),
    ],
)
def test_a_link_is_kept_when_telegram_takes_it(url, kept):
    assert checked_link(url) == kept


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/hoi Hạn?", [entity("bot_command", 0, 4)]),
        ("😀 /hoi@test_bot", [entity("bot_command", 3, 13)]),
        ("21/KH-UBND 15/11", []),  # a slash in a word is no command
        ("@test_bot ai ký?", [entity("mention", 0, 9)]),
        ("thu@example.vn", []),
        ("xem https://a.vn/b.", [entity("url", 4, 14)]),
    ],
)
def test_what_is_typed_has_the_entities_that_telegram_finds(text, found):
    assert found_entities(text) == found
