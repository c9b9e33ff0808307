import asyncio
import socket
import ssl
import traceback
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from telegram import Bot, InputFile, InputMediaDocument
from telegram.error import NetworkError, TimedOut

from bot.errors import TelegramStartError
from bot.telegram import requests
from bot.telegram.requests import BotApiRequest, BrokenOffError, NeverLeftError, is_passing, may_have_been_done
from tests.bot.telegram.served import (
    Heard,
    Rude,
    answers,
    answers_half,
    breaks,
    listening,
    reads,
    served,
    stays_silent,
    talks_nonsense,
)

TOKEN = "123456:secret-token"
MESSAGE = b'{"ok": true, "result": {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private"}}}'
SOON = 0.05
MEGABYTES = b"0123456789abcdef" * 65536 * 4


@pytest.fixture(autouse=True)
def straight(monkeypatch):
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def run(scenario):
    return asyncio.run(scenario())


def asked(server, request, **timeouts):
    return request.post(f"{server}/bot{TOKEN}/getMe", **timeouts)


async def failure_of(asking):
    with pytest.raises(NetworkError) as raised:
        await asking
    return raised.value


def bot_at(server, request):
    return Bot(TOKEN, base_url=f"{server}/bot", request=request, get_updates_request=BotApiRequest())


async def sent_to(rude, **timeouts):
    async with listening(rude) as server, BotApiRequest() as request:
        return await failure_of(bot_at(server, request).send_message(7, "Chào & hẹn gặp lại 😀", **timeouts))


def test_fields_reach_the_server_as_they_are():
    async def scenario():
        heard = Heard(body=MESSAGE)
        async with served(heard) as server, BotApiRequest() as request:
            message = await bot_at(server, request).send_message(7, 'Kế hoạch <b>&</b> "95%" + 😀\n', parse_mode="HTML")
        assert message.message_id == 5
        assert heard.fields == [{"chat_id": "7", "text": 'Kế hoạch <b>&</b> "95%" + 😀\n', "parse_mode": "HTML"}]
        assert heard.requests[0].path == f"/bot{TOKEN}/sendMessage"
        assert heard.requests[0].content_type == "application/x-www-form-urlencoded"

    run(scenario)


@pytest.mark.parametrize("content", [b"%PDF", b"", b"\r\n--\r\n\x00\xff", MEGABYTES])
@pytest.mark.parametrize("name", ["plan.pdf", "Kế hoạch số 45.pdf", "a\\b;c='d'.pdf"])
def test_a_file_reaches_the_server_whole_and_under_its_name(name, content):
    async def scenario():
        heard = Heard(body=MESSAGE)
        async with served(heard) as server, BotApiRequest() as request:
            file = InputFile(content, filename=name)
            await bot_at(server, request).send_document(7, file, caption="Tệp “gốc” 😀", read_timeout=None)
        assert heard.fields == [{"chat_id": "7", "caption": "Tệp “gốc” 😀"}]
        assert heard.files == {"document": (name, "application/pdf", content)}
        assert int(heard.requests[0].headers["Content-Length"]) > len(content)

    run(scenario)


def test_a_name_cannot_add_headers_to_its_part():
    async def scenario():
        heard = Heard(body=MESSAGE)
        async with served(heard) as server, BotApiRequest() as request:
            await bot_at(server, request).send_document(7, InputFile(b"%PDF", filename='a"\r\nX: y\r\n\r\nz.pdf'))
        assert heard.files == {"document": ("a%22%0D%0AX: y%0D%0A%0D%0Az.pdf", "application/pdf", b"%PDF")}

    run(scenario)


def test_files_of_an_album_are_found_where_its_fields_say():
    async def scenario():
        heard = Heard(body=b'{"ok": true, "result": []}')
        async with served(heard) as server, BotApiRequest() as request:
            album = [InputMediaDocument(InputFile(text, filename="a.txt", attach=True)) for text in (b"one", b"two")]
            await bot_at(server, request).send_media_group(7, album)
        media = heard.fields[0]["media"]
        assert [content for _, _, content in heard.files.values()] == [b"one", b"two"]
        assert all(f"attach://{name}" in media for name in heard.files)

    run(scenario)


def test_requests_share_a_connection_that_ends_with_them():
    async def scenario():
        heard = Heard()
        async with served(heard) as server:
            async with BotApiRequest() as request:
                for _ in range(3):
                    assert await asked(server, request) is True
            assert len(heard.requests) == 3
            [connection] = heard.connections
            with pytest.raises(NetworkError):
                await asked(server, request)
        assert connection.is_closing()

    run(scenario)


def test_a_redirection_is_not_followed():
    async def scenario():
        heard = Heard(status=302, headers={"Location": "/elsewhere"})
        async with served(heard) as server, BotApiRequest() as request:
            await failure_of(asked(server, request))
        assert len(heard.requests) == 1

    run(scenario)


@pytest.mark.parametrize("body", [b"<html>Xin chao</html>", b"\xff\xfe\xfa", b'["Xin chao"]'])
def test_an_answer_that_cannot_be_read_is_not_shown_and_may_have_been_done(body, caplog):
    async def scenario():
        async with served(Heard(body=body)) as server, BotApiRequest() as request:
            return await failure_of(asked(server, request))

    failure = run(scenario)
    assert may_have_been_done(failure)
    assert is_passing(failure)
    assert "Xin chao" not in "".join(traceback.format_exception(failure)) + caplog.text


def test_a_server_that_is_not_there_was_never_asked():
    async def scenario():
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            server = f"http://127.0.0.1:{free.getsockname()[1]}"
            async with BotApiRequest() as request:
                return server, await failure_of(asked(server, request))

    server, failure = run(scenario)
    assert is_passing(failure)
    assert not may_have_been_done(failure)
    assert server.removeprefix("http://") in failure.message  # for the operator


@pytest.mark.parametrize(
    "acts",
    [(), (reads,), (reads, talks_nonsense), (reads, answers_half), (reads, answers, reads)],
    ids=["at once", "after the request", "in no HTTP", "within the answer", "at the next request"],
)
def test_a_request_whose_connection_breaks_is_made_once_and_may_have_been_done(acts):
    async def scenario():
        rude = Rude(*acts, breaks, reads, answers)  # a second try would succeed
        async with listening(rude) as server, BotApiRequest() as request:
            if answers in acts:
                assert await asked(server, request) is True
            return rude, await failure_of(bot_at(server, request).send_message(7, "Một lần"))

    rude, failure = run(scenario)
    assert may_have_been_done(failure)
    assert is_passing(failure)
    assert len(rude.read) == acts.count(reads)


def test_an_answer_that_takes_too_long_may_have_been_done():
    failure = run(lambda: sent_to(Rude(reads, stays_silent), read_timeout=SOON))
    assert isinstance(failure, TimedOut)
    assert may_have_been_done(failure)


def test_a_file_that_nobody_takes_may_have_been_done():
    async def scenario():
        async with listening(Rude(stays_silent)) as server, BotApiRequest() as request:
            file = InputFile(MEGABYTES * 4, filename="a.pdf")
            return await failure_of(bot_at(server, request).send_document(7, file, write_timeout=SOON))

    failure = run(scenario)
    assert isinstance(failure, TimedOut)
    assert may_have_been_done(failure)


def test_a_request_that_finds_no_free_connection_was_never_made(monkeypatch):
    monkeypatch.setattr(requests, "CONNECTIONS", 1)

    async def scenario():
        rude = Rude(reads, stays_silent)
        async with listening(rude) as server, BotApiRequest() as request:
            first = asyncio.create_task(failure_of(asked(server, request)))
            while not rude.read:
                await asyncio.sleep(0)
            failure = await failure_of(asked(server, request, pool_timeout=SOON, connect_timeout=0))
            first.cancel()
            await asyncio.gather(first, return_exceptions=True)
            return rude, failure

    rude, failure = run(scenario)
    assert isinstance(failure, TimedOut)
    assert not may_have_been_done(failure)
    assert len(rude.read) == 1


def test_a_connection_that_takes_too_long_was_never_asked():
    async def scenario():
        async with listening(Rude(stays_silent)) as server, BotApiRequest() as request:
            return await failure_of(asked(server.replace("http:", "https:"), request, connect_timeout=SOON))

    failure = run(scenario)
    assert isinstance(failure, TimedOut)
    assert not may_have_been_done(failure)


@pytest.fixture
def certificate(tmp_path):
    """Of a server that signed for itself: the file, and what serves with it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    signed = (
        x509.CertificateBuilder(name, name, key.public_key(), 1, now - timedelta(days=1), now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "server.pem"
    written = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(written + signed.public_bytes(serialization.Encoding.PEM))
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(path)
    return path, serving


def test_a_server_whose_certificate_nobody_vouches_for_is_never_asked(certificate):
    async def scenario():
        heard = Heard()
        async with served(heard, certificate[1]) as server, BotApiRequest() as request:
            return heard, await failure_of(asked(server, request))

    heard, failure = run(scenario)
    assert not may_have_been_done(failure)
    assert heard.requests == []


def test_a_certificate_that_the_operator_trusts_is_enough(certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))

    async def scenario():
        async with served(Heard(), certificate[1]) as server, BotApiRequest() as request:
            return await asked(server, request)

    assert run(scenario) is True


@pytest.mark.parametrize("written", [None, "no certificate"])
def test_certificates_that_cannot_be_read_are_told_by_name(written, tmp_path, monkeypatch):
    path = tmp_path / "ours.pem"
    if written is not None:
        path.write_text(written)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with pytest.raises(TelegramStartError, match=r"ours\.pem.*SSL_CERT_FILE"):
        run(BotApiRequest().initialize)


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "ALL_PROXY"])
@pytest.mark.parametrize("scheme", ["http://", ""])
def test_requests_go_through_the_proxy_of_the_environment_with_its_password(variable, scheme, monkeypatch):
    async def scenario():
        heard = Heard()
        async with served(heard) as proxy:
            monkeypatch.setenv(variable.lower(), f"{scheme}office:p%40ss@{proxy.removeprefix('http://')}")
            async with BotApiRequest() as request:
                await asked("http://telegram.example", request)
        return heard.requests[0]

    passed_on = run(scenario)
    assert passed_on.raw_path == f"http://telegram.example/bot{TOKEN}/getMe"
    assert passed_on.headers["Proxy-Authorization"] == "Basic b2ZmaWNlOnBAc3M="  # office:p@ss


def test_a_server_that_the_environment_exempts_is_asked_without_the_proxy(monkeypatch):
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("no_proxy", "example.vn,127.0.0.1")

    async def scenario():
        async with served(Heard()) as server, BotApiRequest() as request:
            return await asked(server, request)

    assert run(scenario) is True


@pytest.mark.parametrize("is_there", [True, False])
def test_a_proxy_that_lets_nothing_pass_means_never_asked(is_there, monkeypatch):
    async def scenario():
        async with served(Heard()) as server:
            proxy = server if is_there else "http://127.0.0.1:9"
            monkeypatch.setenv("https_proxy", proxy.replace("//", "//office:hidden@"))
            async with BotApiRequest() as request:
                return await failure_of(asked("https://telegram.example", request))

    failure = run(scenario)
    assert not may_have_been_done(failure)
    assert "hidden" not in "".join(traceback.format_exception(failure))


@pytest.mark.parametrize(
    ("acts", "timeouts"),
    [
        ((), {}),
        ((reads,), {}),
        ((reads, talks_nonsense), {}),
        ((reads, answers_half), {}),
        ((reads, stays_silent), {"read_timeout": SOON}),
    ],
)
@pytest.mark.parametrize("scheme", ["http:", "https:", "ftp:", "http://[", "socks5:"])
def test_no_error_shows_the_token(acts, timeouts, scheme, caplog):
    async def scenario():
        async with listening(Rude(*acts)) as server, BotApiRequest() as request:
            address = server.replace("http:", scheme, 1)
            return await failure_of(asked(address, request, connect_timeout=SOON, **timeouts))

    failure = run(scenario)
    assert "secret-token" not in "".join(traceback.format_exception(failure)) + repr(failure) + caplog.text
    assert isinstance(failure.__cause__, NeverLeftError | BrokenOffError)
