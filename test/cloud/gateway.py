"""MiniStack as it stands behind TLS: policies that demand `aws:SecureTransport` let its clients pass."""

from ministack.app import app as ministack


async def app(scope, receive, send):
    if scope["type"] == "http":
        scope = {**scope, "scheme": "https"}
    await ministack(scope, receive, send)
