"""Encrypted pages: the certificate is that of the name, although the address was chosen by us."""

import ssl
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from tests.fetching.conftest import SMALL
from tests.fetching.servers import answer, serve

from onrecord.fetching import Fetched, fetch, open_client

NAME = "orlo.example"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate of our name, signed by itself, and its key."""
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    file = tmp_path_factory.mktemp("tls") / "pair.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return file


@pytest.fixture
def asked_for():
    """The names that were asked for in the handshake."""
    return []


@pytest.fixture
def served(certificate, asked_for):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _, name, __: asked_for.append(name)
    with serve(lambda one: context.wrap_socket(one, server_side=True)) as running:
        running.pages["/"] = answer()
        yield running


def client(trusted=None, limits=SMALL):
    return open_client(
        limits=limits,
        allow_private=True,
        resolver=lambda host, port: ["127.0.0.1"],
        tls=ssl.create_default_context(cafile=trusted) if trusted else None,
    )


def test_the_name_is_what_is_asked_for_and_what_is_proved(served, certificate, asked_for):
    got = fetch(f"https://{NAME}:{served.port}/", client(certificate))
    assert isinstance(got, Fetched)
    assert asked_for == [NAME, NAME]
    assert served.header("Host") == f"{NAME}:{served.port}"


def test_the_certificate_of_another_name_is_refused(served, certificate):
    got = fetch(f"https://quay.example:{served.port}/", client(certificate))
    assert "certificate" in got.reason
    assert served.asked == []


def test_a_certificate_that_nobody_vouches_for_is_refused(served):
    assert "certificate" in fetch(f"https://{NAME}:{served.port}/", client()).reason


def test_a_redirect_to_a_page_that_is_not_encrypted_is_not_followed(served, certificate):
    served.pages["/"] = answer(b"", status="301 Moved", location=f"http://{NAME}/")
    got = fetch(f"https://{NAME}:{served.port}/", client(certificate))
    assert "from https to http" in got.reason


def test_a_server_that_never_greets_is_given_up(served, certificate):
    with serve() as plain:
        plain.pages["/"] = plain.silence()
        hurried = client(certificate, replace(SMALL, connect=0.3))
        assert "in time" in fetch(f"https://{NAME}:{plain.port}/", hurried).reason
