"""Sockets that servers listen on."""

import socket
import sys

import pytest

from onrecord.errors import InputError
from onrecord.listening import listen
from onrecord.listening.sockets import take_no_more


def test_small_pieces_of_an_answer_are_sent_at_once() -> None:
    """Asyncio sets TCP_NODELAY on connections that it knows by their protocol to be TCP's."""
    listening = listen("127.0.0.1", 0)
    with listening, socket.create_connection(listening.getsockname()):
        taken, _ = listening.accept()
        with taken:
            assert taken.proto == socket.IPPROTO_TCP


@pytest.mark.skipif(sys.platform != "linux", reason="filters on sockets are Linux's")
def test_who_waits_is_taken_and_nobody_else_comes_to_wait() -> None:
    with listen("127.0.0.1", 0) as listening:
        address = listening.getsockname()
        with socket.create_connection(address) as early, socket.socket() as late:
            take_no_more(listening)
            late.settimeout(0.3)
            with pytest.raises(TimeoutError):
                late.connect(address)
            taken, who = listening.accept()
            with taken:
                assert who == early.getsockname()
                early.sendall(b"what was asked")
                assert taken.recv(20) == b"what was asked"
            listening.settimeout(0.1)
            with pytest.raises(TimeoutError):
                listening.accept()


def test_a_port_that_another_has_is_told_in_one_line() -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=rf"^127\.0\.0\.1:{port} cannot be served: "):
            listen("127.0.0.1", port)
