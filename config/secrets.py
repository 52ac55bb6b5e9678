"""What looks like a secret, and so may not stand in an environment file (FR-024)."""

import re

_WORDS = (
    *("KEY", "KEYS", "APIKEY", "APIKEYS", "SECRET", "SECRETS", "PASSWORD", "PASSWORDS", "PASSWD"),
    *("PASS", "PWD", "PASSPHRASE", "TOKEN", "TOKENS", "CREDENTIAL", "CREDENTIALS", "IV", "SALT"),
    *("CONNECTION_STRING", "CONNECTIONSTRING", "CONN_STR", "PRIVATE_KEY"),
)
_NAME = re.compile(rf"(^|_)({'|'.join(_WORDS)})_?\d*$|^MONGO_URI$|(API|ACCESS)_?KEYS?\d*$", re.I)
_NO_SECRETS = re.compile(r"(^|_)(PUBLIC_KEY|(MAX|MIN)_TOKENS)$", re.I)
_VALUES = re.compile(
    r"://[^/\s:@]*:[^/\s@]+@"  # a URL with a password
    r"|\b(AKIA|ASIA)[A-Z0-9]{16}\b"  # an access key of AWS
    r"|-----BEGIN [A-Z ]*PRIVATE KEY"
    r"|\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*"  # a JSON web token
    r"|\bsk-[A-Za-z0-9_-]{16,}"  # OpenAI's and Anthropic's keys
    r"|\b(ghp|gho|ghs|github_pat|xox[abp]|hf)[_-][A-Za-z0-9_-]{16,}"
    r"|(AccountKey|SharedAccessKey|Password|Pwd)=[^;\s]+",  # a connection string
    re.I,
)
_NO_VALUES = ("", "true", "false", "user_provided")
# `user_provided` is LibreChat's: each user brings a key.


def is_secret_name(name: str) -> bool:
    """Whether a variable of that name holds a secret."""
    return bool(_NAME.search(name)) and not _NO_SECRETS.search(name)


def has_secret_shape(value: str) -> bool:
    """Whether a value is a secret whatever it is called: a key, a token, a URL with a password."""
    return bool(_VALUES.search(value))


def is_secret(name: str, value: str) -> bool:
    """Whether a variable and its value belong into Parameter Store."""
    return has_secret_shape(value) or (is_secret_name(name) and value not in _NO_VALUES)
