"""Putting an answer together: a body in the form the browser takes, with its header set."""

from flask import Response, request

from pwa.bodies import Body
from pwa.headers import HeaderSet


def answer(headers: HeaderSet, body: Body | None = None, *, status: int = 200) -> Response:
    """Return the answer to the present request."""
    if body is None:
        response = Response(status=status)
        # Without a body there is nothing to be typed.
        del response.headers["Content-Type"]
    else:
        data, encoding = body.encoded(request.accept_encodings)
        response = Response(data, status=status)
        response.headers["Content-Type"] = body.media_type
        if encoding is not None:
            response.headers["Content-Encoding"] = encoding
    response.headers.update(headers)
    return response
