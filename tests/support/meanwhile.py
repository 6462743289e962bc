"""Letting something happen in the middle of something else, also where a database makes it wait."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

#: How long a step waits for what happens meanwhile: that may itself wait until the step is over.
PATIENCE_S = 0.5


class Meanwhile:
    """Runs an action once, in a thread, at a chosen point of something else."""

    def __init__(self, action: Callable[[], object]) -> None:
        """Take what is to happen."""
        self._action = action
        self._pool = ThreadPoolExecutor(1)
        self._has_begun = False
        self._done: Future[object] | None = None

    def happen(self) -> None:
        """Begin the action, and give it the time to be done first; later calls do nothing."""
        # Said first: the action itself may come by the same point.
        if not self._has_begun:
            self._has_begun = True
            self._done = self._pool.submit(self._action)
            wait([self._done], PATIENCE_S)

    def before(self, step: Callable[P, R]) -> Callable[P, R]:
        """Return a step before which the action happens."""

        def then(*values: P.args, **named: P.kwargs) -> R:
            self.happen()
            return step(*values, **named)

        return then

    def after(self, step: Callable[P, R]) -> Callable[P, R]:
        """Return a step after which the action happens."""

        def then(*values: P.args, **named: P.kwargs) -> R:
            found = step(*values, **named)
            self.happen()
            return found

        return then

    def result(self) -> object:
        """Return what came of the action; raises what it raised, or when it never happened."""
        assert self._done is not None, "it never happened"
        return self._done.result(timeout=30)
