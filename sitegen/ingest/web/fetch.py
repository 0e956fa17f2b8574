"""One request of HTTP: no private addresses, limits of size and time, redirects returned, not followed."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from urllib.parse import urljoin, urlsplit, urlunsplit

from sitegen import __version__
from sitegen.errors import SitegenError

AGENT = "sitegen"
USER_AGENT = f"{AGENT}/{__version__} (sitegen import; one page at a time, asked for by its reader)"

_CHUNK = 65_536
_REDIRECTS = frozenset([301, 302, 303, 307, 308])


class FetchError(SitegenError):
    """An address cannot be fetched, or must not be."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may cost, and where it may go."""

    seconds: float = 30.0  # from looking up the name to the last byte
    most_bytes: int = 20_000_000  # a feed of 2,000 entries with their whole text is about 10 MB
    allow_private: bool = False  # addresses of this machine and of networks that are not the internet


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered; `redirect` is the absolute address it points to, or ""."""

    address: str
    status: int
    data: bytes
    content_type: str  # without parameters, lower case
    charset: str | None
    redirect: str


def request(address: str, limits: Limits, *, accept: str = "*/*") -> Response:
    """Return the answer of the server. Raises FetchError where there is none, or one that the limits do not allow."""
    parts = urlsplit(check_address(address))
    host = parts.hostname or ""
    deadline = time.monotonic() + limits.seconds
    connection = _connect(parts.scheme, host, parts.port, limits, deadline)
    path = urlunsplit(("", "", parts.path or "/", parts.query, ""))
    headers = {"User-Agent": USER_AGENT, "Accept": accept, "Accept-Encoding": "gzip", "Connection": "close"}
    try:
        connection.request("GET", path, headers=headers)
        with closing(connection.getresponse()) as answer:
            location = answer.headers.get("Location", "")
            is_redirect = answer.status in _REDIRECTS and bool(location)
            data = b"" if is_redirect else b"".join(_read(answer, address, limits, deadline, connection.sock))
    except (OSError, http.client.HTTPException) as error:
        raise FetchError(f"the server broke off ({_say(error)}).", where=address, hint="Try again later.") from None
    finally:
        connection.close()
    content_type, charset = _read_type(answer.headers.get("Content-Type", ""))
    target = urljoin(address, location) if is_redirect else ""
    return Response(address, answer.status, data, content_type, charset, target)


def check_address(address: str) -> str:
    """Return the address with only ASCII in it. Raises FetchError for what is no plain address of the web."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise FetchError("this is no address.", where=address, hint="It should begin with https://.") from None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise FetchError("only http and https addresses can be fetched.", where=address)
    if parts.username is not None or parts.password is not None:
        raise FetchError("the address holds a user name.", where=address, hint="Remove what stands before the @.")
    try:
        host = parts.hostname.encode("idna").decode("ascii")
    except UnicodeError:
        raise FetchError("the name of the host is not valid.", where=address) from None
    place = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, f"{place}:{port}" if port else place, _quote(parts.path), _quote(parts.query), ""))


def _quote(text: str) -> str:
    """Letters beyond ASCII and blanks as percent signs and figures; what is quoted already stays."""
    return "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode("utf-8")) for c in text)


def _connect(scheme: str, host: str, port: int | None, limits: Limits, deadline: float) -> http.client.HTTPConnection:
    """A connection to an address that was looked at: the name is not asked for twice, so its answer cannot change."""
    number = port or (443 if scheme == "https" else 80)
    failure: Exception | None = None
    for place in _resolve(host, number, limits):
        try:
            plain = socket.create_connection((place, number), timeout=max(0.1, deadline - time.monotonic()))
            connection = http.client.HTTPConnection(host, number)
            connection.sock = plain
            if scheme == "https":
                # HTTPSConnection would look the name up itself.
                connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
                connection.default_port = 443
        except OSError as error:
            failure = error
            continue
        return connection
    raise FetchError(f"no connection ({_say(failure)}).", where=f"{scheme}://{host}", hint="Is the address right?")


def _resolve(host: str, port: int, limits: Limits) -> list[str]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise FetchError(f"the host was not found ({_say(error)}).", where=host, hint="Is the address right?") from None
    places = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    inner = [place for place in places if not is_public(place)]
    if inner and not limits.allow_private:
        raise FetchError(
            f"it leads to a private address ({inner[0]}).",
            where=host,
            hint="If you mean a server of your own, say --allow-private.",
        )
    return places


def is_public(place: str) -> bool:
    """Whether an IP address is one of the internet, also where it is an IPv4 address inside an IPv6 one."""
    number = ipaddress.ip_address(place.partition("%")[0])
    if isinstance(number, ipaddress.IPv6Address):
        inner = number.ipv4_mapped or number.sixtofour or (number.teredo[1] if number.teredo else None)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        if number in ipaddress.ip_network("64:ff9b::/96"):  # NAT64 (RFC 6052): the last four bytes are the address
            return is_public(str(ipaddress.IPv4Address(number.packed[-4:])))
    return number.is_global and not number.is_multicast


def _read(
    answer: http.client.HTTPResponse, address: str, limits: Limits, deadline: float, sock: socket.socket | None
) -> Iterator[bytes]:
    """The body, unpacked, as long as it stays within size and time."""
    too_large = FetchError(
        f"it is larger than {limits.most_bytes / 1_000_000:g} MB.", where=address, hint="Save it in a browser instead."
    )
    said = answer.headers.get("Content-Length", "")
    if said.isdigit() and int(said) > limits.most_bytes:
        raise too_large
    packed = answer.headers.get("Content-Encoding", "").strip().lower() in ("gzip", "x-gzip")
    unpack = zlib.decompressobj(wbits=31) if packed else None
    size = 0
    while True:
        left = deadline - time.monotonic()
        if left <= 0:
            raise FetchError(f"it took longer than {limits.seconds:g} seconds.", where=address, hint="Try again later.")
        if sock is not None:
            sock.settimeout(left)
        chunk = answer.read1(_CHUNK)
        if not chunk:
            if answer.length or (unpack is not None and not unpack.eof):
                raise FetchError("the server broke off in the middle.", where=address, hint="Try again later.")
            return
        try:
            data = unpack.decompress(chunk, limits.most_bytes - size + 1) if unpack is not None else chunk
        except zlib.error:
            raise FetchError(
                "what the server sent cannot be unpacked.", where=address, hint="Try again later."
            ) from None
        size += len(data)
        if size > limits.most_bytes:
            raise too_large
        yield data


def _read_type(header: str) -> tuple[str, str | None]:
    message = Message()
    message["Content-Type"] = header or "application/octet-stream"
    return message.get_content_type(), message.get_content_charset()


def _say(error: Exception | None) -> str:
    return " ".join(str(error).split()) or type(error).__name__
