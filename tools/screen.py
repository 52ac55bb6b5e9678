"""What a long command shows: lines that stay, and below them, on a terminal, one that changes.

Each begins with the time since the command began.
"""

import shutil
import sys
import time

QUIET_SECONDS = 30
"""Without a terminal the changing line is printed once in so many seconds."""


class Screen:
    def __init__(self) -> None:
        self.began = self.printed = time.monotonic()
        self.is_terminal = sys.stdout.isatty()

    @property
    def elapsed(self) -> str:
        return duration(time.monotonic() - self.began)

    def line(self, text: str) -> None:
        """Prints a line that stays."""
        self.clear()
        print(f"{self.elapsed:>6}  {text}", flush=True)
        self.printed = time.monotonic()

    def status(self, text: str) -> None:
        """Shows what is going on; the next line or status takes its place."""
        if self.is_terminal:
            width = shutil.get_terminal_size().columns - 1
            print(f"\r\x1b[K{f'{self.elapsed:>6}  {text}'[:width]}", end="", flush=True)
        elif time.monotonic() - self.printed >= QUIET_SECONDS:
            self.line(text)

    def clear(self) -> None:
        if self.is_terminal:
            print("\r\x1b[K", end="", flush=True)


def duration(seconds: float) -> str:
    """`1:02`, or `1:02:03`."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
