"""Signing in: passwords, codes of an authenticator app, passkeys, and how often one may try."""
