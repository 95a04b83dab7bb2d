"""Making documents in a process of one's own: one that dies takes nobody with it.

An engine that loses a worker starts its work again, and again, for as long as the same document
kills it. So the document is made in a child of the worker; when that dies, it is tried once
more in another, and then its row has failed.

The child reads pickles from its standard input and writes them to its standard output: lengths
of eight bytes, then that many. It ends when its parent does, since its input ends then.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import IO, Any, Final

TRIES: Final = 2
"""How often something is tried whose process dies."""


class DiedError(Exception):
    """The process has died, as often as it was tried."""


class Child:
    """A process that calls one function, again and again; it is started when it is needed.

    It is used by one thread at a time; others wait.
    """

    def __init__(self, function: Callable[[Any], object]) -> None:
        """Takes what the process is to call; it is pickled."""
        self._function = pickle.dumps(function)
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def call(self, value: object) -> object:
        """What the function gives, or raises.

        Raises:
            DiedError: If the process has died twice of it.
        """
        with self._lock:
            for _ in range(TRIES):
                try:
                    succeeded, result = self._ask(value)
                except (OSError, EOFError):
                    self._end()
                    continue
                if succeeded:
                    return result
                assert isinstance(result, BaseException)
                raise result
        raise DiedError

    def close(self) -> None:
        """Ends the process."""
        with self._lock:
            self._end()

    def _ask(self, value: object) -> tuple[bool, object]:
        process = self._process
        if process is None:
            process = self._process = self._start()
        assert process.stdin is not None and process.stdout is not None
        _send(process.stdin, pickle.dumps(value))
        answer: tuple[bool, object] = pickle.loads(_receive(process.stdout))
        return answer

    def _start(self) -> subprocess.Popen[bytes]:
        # Where the parent finds modules, the child does, too.
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        process = subprocess.Popen(
            [sys.executable, "-c", f"from {__name__} import serve; serve()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
        )
        assert process.stdin is not None
        _send(process.stdin, self._function)
        return process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            for stream in (process.stdin, process.stdout):
                with contextlib.suppress(OSError):
                    assert stream is not None
                    stream.close()
            process.wait()


def serve() -> None:
    """What the child does: it calls its function for what it is sent, until there is no more."""
    # What somebody prints is no answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    questions = sys.stdin.buffer
    with contextlib.suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        function = pickle.loads(_receive(questions))
        while True:
            value = pickle.loads(_receive(questions))
            try:
                answer: tuple[bool, object] = (True, function(value))
            except Exception as error:
                answer = (False, error)
            _send(answers, pickle.dumps(answer, pickle.HIGHEST_PROTOCOL))


def _send(stream: IO[bytes], content: bytes) -> None:
    stream.write(len(content).to_bytes(8, "big"))
    stream.write(content)
    stream.flush()


def _receive(stream: IO[bytes]) -> bytes:
    return _exactly(stream, int.from_bytes(_exactly(stream, 8), "big"))


def _exactly(stream: IO[bytes], count: int) -> bytes:
    content = stream.read(count)
    if len(content) != count:
        raise EOFError
    return content
