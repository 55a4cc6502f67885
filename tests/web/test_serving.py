"""The app on a socket."""

import socket

from onrecord.web.serving import _listen


def test_small_pieces_of_an_answer_are_sent_at_once() -> None:
    """Asyncio sets TCP_NODELAY on connections that it knows by their protocol to be TCP's."""
    listening = _listen("127.0.0.1", 0)
    with listening, socket.create_connection(listening.getsockname()):
        taken, _ = listening.accept()
        with taken:
            assert taken.proto == socket.IPPROTO_TCP
