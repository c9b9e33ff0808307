import asyncio
import io
import json
import logging
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.logs import RedactingFilter, configure_logging, hidden_from_logs, without_text
from bot.settings import Settings

TOKEN = "4242:a-secret_of-the-bot"
QUESTION = "Đồng chí Trần Văn Bình được khen thưởng gì?"


@pytest.fixture
def log():
    """A logger that writes to `log.stream` as the product's handler does."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(message)s"))
    handler.addFilter(RedactingFilter([TOKEN]))
    logger = logging.getLogger("test_logs")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.DEBUG)
    logger.stream = stream
    yield logger
    logger.handlers, logger.propagate = [], True


def test_the_token_is_hidden_in_messages_and_arguments(log):
    log.info(f"GET https://server/bot{TOKEN}/getMe")
    log.info("GET %s", f"https://server/bot{TOKEN}/getMe")
    assert log.stream.getvalue() == "GET https://server/bot[secret]/getMe\n" * 2


def test_token_and_question_are_hidden_in_tracebacks(log):
    with hidden_from_logs(QUESTION):
        try:
            raise ValueError(f"{TOKEN}: cannot read {QUESTION!r}")
        except ValueError:
            log.exception("Failed on %s", QUESTION)
    written = log.stream.getvalue()
    assert "Traceback" in written
    assert "ValueError: [secret]: cannot read '[user text]?'" in written
    assert written.startswith("Failed on [user text]?\n")


def test_a_chained_exception_is_hidden_too(log):
    with hidden_from_logs(QUESTION):
        try:
            try:
                raise KeyError(QUESTION)
            except KeyError as error:
                raise ValueError("cannot answer") from error
        except ValueError:
            log.exception("Failed")
    assert "KeyError: '[user text]?'" in log.stream.getvalue()
    assert "Bình" not in log.stream.getvalue()


def test_a_second_handler_gets_the_redacted_record(log):
    second = io.StringIO()
    log.addHandler(logging.StreamHandler(second))
    try:
        raise ValueError(TOKEN)
    except ValueError:
        log.exception("Failed")
    assert "[secret]" in second.getvalue()
    assert TOKEN not in second.getvalue()


def test_arguments_that_do_not_fit_are_not_printed(log):
    log.info("no place for it", TOKEN)
    assert log.stream.getvalue() == "no place for it (the arguments do not fit this message)\n"


def test_the_text_is_hidden_in_a_thread_started_by_the_task(log):
    async def ask():
        with hidden_from_logs(QUESTION):
            await asyncio.to_thread(log.info, "read: %s", QUESTION)

    asyncio.run(ask())
    assert log.stream.getvalue() == "read: [user text]?\n"


def test_one_persons_text_does_not_hide_what_another_thread_logs(log):
    with hidden_from_logs("library is locked"), ThreadPoolExecutor(1) as threads:
        threads.submit(log.info, "The library is locked").result()
    assert log.stream.getvalue() == "The library is locked\n"


def test_after_the_block_nothing_is_hidden(log):
    with hidden_from_logs("library is locked"):
        pass
    log.info("The library is locked")
    assert log.stream.getvalue() == "The library is locked\n"


@pytest.mark.parametrize(
    ("logged", "hidden", "left"),
    [
        ("asked: Ai khen ai?", "Ai khen ai?", "asked: [user text]?"),  # whole
        ("asked: ai KHEN ai", "Ai khen ai", "asked: [user text]"),  # other case
        ("fts: khen thuong", "Khen thưởng ai", "fts: [user text]"),  # folded by the core, and only a part
        ("fts: đồng chí", "dong chi Bình", "fts: [user text]"),  # typed without diacritics, restored
        ("fts: khe\u0302n thu\u031bo\u031b\u0309ng", "khên thưởng", "fts: [user text]"),  # decomposed in the log
        ("x: 'ai', 'khen'", "ai khen", "x: '[user text]'"),  # words taken apart
        ("got Bình", "Bình", "got [user text]"),  # a question of one word
        ("database is locked", "is it late", "database is locked"),  # a single word in common tells nothing
        ("nothing", "", "nothing"),
        ("nothing", "😀", "nothing"),
        ("a b, then a b", "a b", "[user text], then [user text]"),  # each run
    ],
)
def test_runs_of_the_users_words_are_hidden(logged, hidden, left):
    assert without_text(logged, hidden) == left


@pytest.fixture
def restored_logging():
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    own = {name: logging.getLogger(name).level for name in ("bot", "corpus")}
    yield
    root.handlers = handlers
    root.setLevel(level)
    for name, own_level in own.items():
        logging.getLogger(name).setLevel(own_level)


@pytest.mark.usefixtures("restored_logging")
def test_configured_logs_go_to_stderr_with_the_token_hidden(capsys):
    configure_logging(Settings.from_environment({"TELEGRAM_BOT_TOKEN": TOKEN}))
    logging.getLogger("bot.anything").info("with %s", TOKEN)
    printed = capsys.readouterr()
    assert "INFO bot.anything: with [secret]\n" in printed.err
    assert printed.out == ""


@pytest.mark.usefixtures("restored_logging")
def test_libraries_speak_only_from_warnings_on_even_when_we_debug(capsys):
    configure_logging(Settings.from_environment({"LOG_LEVEL": "DEBUG"}))
    logging.getLogger("httpx").info("HTTP Request: POST https://server/bot")
    logging.getLogger("telegram.Bot").debug("the whole message")
    logging.getLogger("corpus.library").debug("a detail")
    printed = capsys.readouterr().err
    assert "a detail" in printed
    assert "HTTP Request" not in printed
    assert "whole message" not in printed


@pytest.mark.usefixtures("restored_logging")
def test_the_level_for_errors_silences_warnings_of_all(capsys):
    configure_logging(Settings.from_environment({"LOG_LEVEL": "ERROR"}))
    logging.getLogger("bot.anything").warning("ours")
    logging.getLogger("httpx").warning("theirs")
    assert capsys.readouterr().err == ""


def test_as_json_each_record_is_one_object_a_line_and_as_redacted_as_the_text(capsys):
    settings = Settings.from_environment({"TELEGRAM_BOT_TOKEN": "42:abc-secret", "LOG_FORMAT": "json"})
    configure_logging(settings)
    try:
        raise ValueError("42:abc-secret is refused")
    except ValueError:
        logging.getLogger("bot").exception("Kết nối bằng %s không được", "42:abc-secret")
    [line] = capsys.readouterr().err.splitlines()
    told = json.loads(line)
    assert (told["level"], told["logger"], told["message"]) == ("ERROR", "bot", "Kết nối bằng [secret] không được")
    assert "abc-secret" not in line
    assert "ValueError" in told["exc_info"]
