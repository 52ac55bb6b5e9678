"""What looks like a secret stands in no environment file, whatever it is called (FR-024)."""

import pytest

from config.secrets import is_secret


@pytest.mark.parametrize(
    "name",
    [
        "SMTP_PASS",
        "EMAIL_PASSWORD",
        "AZURE_STORAGE_CONNECTION_STRING",
        "OPENAI_API_KEYS",
        "openai_api_key",
        "AZURE_OPENAI_API_KEY_2",
        "GOOGLE_APIKEY",
        "HF_TOKEN",
        "OPENID_SESSION_SECRET",
        "MONGO_URI",
        "DB_PWD",
    ],
)
def test_a_name_of_a_secret_is_refused(name: str) -> None:
    assert is_secret(name, "zz")
    assert not is_secret(name, "user_provided")


@pytest.mark.parametrize(
    "value",
    [
        "AKIAIOSFODNN7EXAMPLE",
        "-----BEGIN PRIVATE KEY-----\nMIIE",
        "-----BEGIN RSA PRIVATE KEY-----",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
        "redis://user:zz@host:6379",
        "DefaultEndpointsProtocol=https;AccountKey=zz",
        "sk-proj-0123456789abcdef01234567",
        "ghp_0123456789abcdefABCD0123456789abcdef",
    ],
)
def test_a_value_of_a_secrets_shape_is_refused_under_any_name(value: str) -> None:
    assert is_secret("SOME_SETTING", value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("APP_TITLE", "Chat"),
        ("OPENID_REUSE_TOKENS", "true"),
        ("SUMMARY_MAX_TOKENS", "4096"),
        ("SAML_PUBLIC_KEY", "MIIB"),
        ("REDIS_KEY_PREFIX", "chat"),
        ("ALLOW_PASSWORD_RESET", "false"),
        ("OPENID_ISSUER", "https://login.example.com"),
        ("RAG_API_URL", "http://rag-api.prod.local:8000"),
    ],
)
def test_what_is_no_secret_passes(name: str, value: str) -> None:
    assert not is_secret(name, value)
