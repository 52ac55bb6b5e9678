"""What an environment file may say: `load(path)` returns an `Environment`, or raises ConfigError.

Neither CDKTF nor Node is needed to read it.
"""

from config.load import ConfigError, load, load_all
from config.routes import DEFAULT_ROUTES, Route, resource_name
from config.schema import (
    REQUIRED_SECRETS,
    Alarms,
    Api,
    Database,
    Domain,
    Environment,
    Files,
    Frontend,
    Function,
    LibreChat,
    Network,
    Peer,
    Redis,
    State,
)

__all__ = [
    "DEFAULT_ROUTES",
    "REQUIRED_SECRETS",
    "Alarms",
    "Api",
    "ConfigError",
    "Database",
    "Domain",
    "Environment",
    "Files",
    "Frontend",
    "Function",
    "LibreChat",
    "Network",
    "Peer",
    "Redis",
    "Route",
    "State",
    "load",
    "load_all",
    "resource_name",
]
