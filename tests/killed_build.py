"""A build that kills itself at a given moment, as a power switch would: no handler runs, nothing is tidied.

    python -m tests.killed_build EVENT:PART:COUNT [no-exchange] build --root …

The moment is the COUNT-th audit event of that name (docs.python.org/3/library/audit_events.html) whose arguments
contain PART; it has not yet happened then. With `no-exchange`, the system refuses to swap two folders in one step.
"""

import os
import signal
import sys

# Before any moment comes: commands are imported only when they are run, and libraries open libraries of their own.
import scripts.cli.site_commands  # noqa: F401
from scripts.cli import main


def _install(event: str, part: str, count: int, *, can_exchange: bool) -> None:
    remaining = count

    def hook(name: str, arguments: tuple[object, ...]) -> None:
        nonlocal remaining
        if name == "ctypes.dlopen" and arguments == (None,) and not can_exchange:
            raise OSError("no such library")
        if name == event and any(part in str(argument) for argument in arguments):
            remaining -= 1
            if remaining == 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


if __name__ == "__main__":
    moment, *rest = sys.argv[1:]
    exchange = rest[0] != "no-exchange"
    name, fragment, number = moment.rsplit(":", 2)
    _install(name, fragment, int(number), can_exchange=exchange)
    main(rest if exchange else rest[1:])
