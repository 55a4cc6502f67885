"""Sockets that servers listen on."""

import socket

import pytest

from onrecord.errors import InputError
from onrecord.listening import listen


def test_small_pieces_of_an_answer_are_sent_at_once() -> None:
    """Asyncio sets TCP_NODELAY on connections that it knows by their protocol to be TCP's."""
    listening = listen("127.0.0.1", 0)
    with listening, socket.create_connection(listening.getsockname()):
        taken, _ = listening.accept()
        with taken:
            assert taken.proto == socket.IPPROTO_TCP


def test_a_port_that_another_has_is_told_in_one_line() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=rf"^127\.0\.0\.1:{port} cannot be served: "):
            listen("127.0.0.1", port)
