"""A certificate authority of this machine's own, which only the sandboxes of `make local` trust."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

YEAR = timedelta(days=365)  # browsers take no certificate for longer than 398 days


@dataclass(frozen=True)
class Certificate:
    """PEM files: the authority's certificate, the server's certificate and its key."""

    ca: Path
    cert: Path
    key: Path


def certificate(directory: Path, names: Sequence[str]) -> Certificate:
    """A certificate for these host names, for a year; the authority is kept in `directory`."""
    directory.mkdir(parents=True, exist_ok=True)
    found = Certificate(directory / "ca.pem", directory / "server.pem", directory / "server.key")
    authority = _authority(found.ca, directory / "ca.key")
    key = ec.generate_private_key(ec.SECP256R1())
    alternatives = x509.SubjectAlternativeName([x509.DNSName(name) for name in names])
    use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
    made = (
        _builder("localhost", authority[0].subject, key)
        .add_extension(alternatives, critical=False)
        .add_extension(use, critical=False)
        .sign(authority[1], hashes.SHA256())
    )
    found.cert.write_bytes(made.public_bytes(Encoding.PEM))
    _write_key(found.key, key)
    return found


def _authority(file: Path, key_file: Path) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    if file.exists() and key_file.exists():
        kept = x509.load_pem_x509_certificate(file.read_bytes())
        key = load_pem_private_key(key_file.read_bytes(), None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        if kept.not_valid_after_utc > datetime.now(UTC) + timedelta(days=30):
            return kept, key
    key = ec.generate_private_key(ec.SECP256R1())
    name = _name("LibreChat on this machine")
    constraints = x509.BasicConstraints(ca=True, path_length=0)
    made = (
        _builder("LibreChat on this machine", name, key)
        .add_extension(constraints, critical=True)
        .sign(key, hashes.SHA256())
    )
    file.write_bytes(made.public_bytes(Encoding.PEM))
    _write_key(key_file, key)
    return made, key


def _builder(
    name: str, issuer: x509.Name, key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + YEAR)
    )


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _write_key(file: Path, key: ec.EllipticCurvePrivateKey) -> None:
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
        plain = NoEncryption()
        opened.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, plain))
