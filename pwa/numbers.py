"""Numbers of rows as they are sent: digits alone, and none larger than a table can hold."""

import re

from werkzeug.routing import IntegerConverter, ValidationError

#: The largest INTEGER of PostgreSQL, and its largest BIGINT.
MOST = 2**31 - 1
MOST_LONG = 2**63 - 1


def read_number(text: str, most: int = MOST) -> int | None:
    """Return the number of a row; `None` for what cannot be one."""
    # Few digits before they are read: Python refuses to read thousands of them.
    if not re.fullmatch(r"[0-9]{1,19}", text) or int(text) > most:
        return None
    return int(text)


class RowNumber(IntegerConverter):
    """What `<int:…>` in a route takes."""

    def to_python(self, value: str) -> int:
        """Return the number; no route fits what cannot be one."""
        number = read_number(value)
        if number is None:
            raise ValidationError
        return number
