"""What the machine's environment says about the way to the server: the proxy, and whose certificates are trusted."""

import os
import ssl
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies, proxy_bypass

import certifi

from bot.errors import TelegramStartError


class Proxies:
    """HTTP_PROXY, HTTPS_PROXY, ALL_PROXY and NO_PROXY, looked up once for each server."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], str | None] = {}

    def proxy_for(self, url: str) -> str | None:
        """The address of the proxy that requests to this URL go through; None when they go straight."""
        parts = urlsplit(url)
        key = (parts.scheme, parts.netloc)
        if key not in self._found:
            self._found[key] = _proxy(parts)
        return self._found[key]


def _proxy(parts: SplitResult) -> str | None:
    if proxy_bypass(parts.hostname or ""):
        return None
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    return proxy if not proxy or "://" in proxy else f"http://{proxy}"


def trusted_certificates() -> ssl.SSLContext:
    """Checks servers against SSL_CERT_FILE or SSL_CERT_DIR; without both, against the authorities that browsers trust.

    Small systems have no list of their own. TelegramStartError when what the variables name cannot be read.
    """
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if not file and not folder:
        file = certifi.where()
    try:
        context = ssl.create_default_context(cafile=file or None, capath=folder or None)
    except OSError as error:
        raise TelegramStartError(
            f"Reading the certificates that are trusted, from {file or folder}: {error}. "
            "Correct SSL_CERT_FILE and SSL_CERT_DIR, or remove them from the environment."
        ) from error
    context.set_alpn_protocols(["http/1.1"])
    return context
