"""Keeps an emulated account from one run to the next: what moto holds, as one file."""

import copyreg
import importlib
import pickle
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from threading import Lock, RLock
from typing import Any
from weakref import WeakValueDictionary

import cloudpickle
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509 import Certificate, load_pem_x509_certificate
from moto.core.base_backend import BackendDict, BaseBackend

LOCKS = (Lock, RLock)


def save(file: Path) -> None:
    """Writes all that the account holds."""
    held, places = [], {}
    for backends in BackendDict._instances:  # type: ignore[misc]
        module = backends.backend.__module__
        for account, region, backend in backends.iter_backends():
            held.append((module, own(backends), account, region, vars(backend)))
            places[id(backend)] = module, account, region
    half = file.with_suffix(".half")
    with half.open("wb") as opened:
        pickler = Pickler(opened)
        pickler.places = places
        pickler.dump(held)
    half.replace(file)


def load(file: Path) -> None:
    """Gives an empty account what the file has; without a file it stays empty."""
    if not file.exists():
        return
    with file.open("rb") as opened:
        held = Unpickler(opened).load()
    for module, owned, account, region, values in held:
        backends = backends_of(module)
        vars(backends).update(owned)
        vars(backends[account][region]).update(values)


def backends_of(module: str) -> BackendDict[Any]:
    """The backends of the service that lives in a module of moto."""
    values = vars(importlib.import_module(module)).values()
    all_ = (value for value in values if isinstance(value, BackendDict))
    return next(backends for backends in all_ if backends.backend.__module__ == module)


def own(backends: BackendDict[Any]) -> dict[str, Any]:
    """What a service keeps beside its backends: S3 knows there whose each bucket is."""
    common = vars(BackendDict(BaseBackend, "none"))
    return {name: value for name, value in vars(backends).items() if name not in common}


class Pickler(cloudpickle.Pickler):  # type: ignore[misc]
    """Backends by place, since each is there once; new locks; keys and certificates as PEM."""

    places: Mapping[int, tuple[str, str, str]]
    """Module, account and region of each backend, by its identity."""

    def persistent_id(self, obj: Any) -> Any:
        return self.places.get(id(obj)) if isinstance(obj, BaseBackend) else None

    def reducer_override(self, obj: Any) -> Any:
        for lock in LOCKS:
            if isinstance(obj, type(lock())):
                return lock, ()
        if isinstance(obj, RSAPrivateKey):  # of a certificate
            pem = obj.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            return private_key, (pem,)
        if isinstance(obj, Certificate):
            return certificate, (obj.public_bytes(Encoding.PEM),)
        if isinstance(obj, WeakValueDictionary):
            return WeakValueDictionary, (dict(obj),)
        if isinstance(obj, defaultdict) and type(obj) is not defaultdict:
            # It would be called with its default alone; one of moto's takes other arguments.
            new = copyreg.__newobj__  # type: ignore[attr-defined]
            return new, (type(obj),), vars(obj), None, iter(obj.items())
        return super().reducer_override(obj)


def private_key(pem: bytes) -> Any:
    return load_pem_private_key(pem, None)


def certificate(pem: bytes) -> Certificate:
    return load_pem_x509_certificate(pem)


class Unpickler(pickle.Unpickler):
    def persistent_load(self, pid: tuple[str, str, str]) -> Any:
        module, account, region = pid
        return backends_of(module)[account][region]
