"""What an environment file may say: `load(path)` returns an `Environment`, or raises ConfigError.

Neither CDKTF nor Node is needed to read it.
"""

from config.schema import *  # noqa: F403
