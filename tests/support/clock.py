"""A clock that stands still until it is told to move."""


class FixedClock:
    """Seconds since 1970, as `time.time` gives them."""

    def __init__(self, now_s: float = 1_800_000_000.0) -> None:
        self.now_s = now_s

    def __call__(self) -> float:
        return self.now_s

    def move(self, seconds: float) -> None:
        self.now_s += seconds
