"""What ends a step, as one tree of exceptions; `publish.step.run` catches it once."""


class PublishError(Exception):
    """What went wrong and what to do about it, for the person who deploys."""


class AwsError(PublishError):
    """AWS refused a call, or was not reached."""


class EngineError(PublishError):
    """The Docker engine refused something, or reports that it failed."""


class EngineGone(EngineError):
    """The connection to the Docker engine broke off."""


class ArchiveRefused(PublishError):
    """The archive of the client holds what no built client holds."""
