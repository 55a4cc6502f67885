"""What the web app and the MCP server share: a socket of this machine, and who may ask over it.

sockets.py      a listening socket, and a server on it that says when it takes connections
patience.py     how long a connection may take to say what it asks
stopping.py     ending in order: nothing that was taken is left without its answer
workers.py      several processes on one socket
addresses.py    whose an address is: this machine's own, and by which names it is asked for
tokens.py       who may come in, by name, and whether to read or to write as well
calling.py      who asks: the address, and the token that was shown
bearing.py      what who bears no token is told
limiting.py     how often, and how many at once
recording.py    a line of the log for each request
logs.py         how the log is written, and what never stands in it
"""

from onrecord.listening.addresses import is_address, is_loopback, name_of, network_of
from onrecord.listening.bearing import Bearing, challenge
from onrecord.listening.calling import Caller, Callers, bearer, caller_of
from onrecord.listening.limiting import Limiter, Limits, limits_of
from onrecord.listening.logs import Form, conceal, set_up_logs
from onrecord.listening.recording import Answered, Recorder, Watcher
from onrecord.listening.sockets import listen, serve_on
from onrecord.listening.tokens import (
    Role,
    Token,
    make_token,
    named_by,
    read_tokens,
    tokens_in,
    tokens_of,
)
from onrecord.listening.workers import serve_by

__all__ = [
    "Answered",
    "Bearing",
    "Caller",
    "Callers",
    "Form",
    "Limiter",
    "Limits",
    "Recorder",
    "Role",
    "Token",
    "Watcher",
    "bearer",
    "caller_of",
    "challenge",
    "conceal",
    "is_address",
    "is_loopback",
    "limits_of",
    "listen",
    "make_token",
    "name_of",
    "named_by",
    "network_of",
    "read_tokens",
    "serve_by",
    "serve_on",
    "set_up_logs",
    "tokens_in",
    "tokens_of",
]
