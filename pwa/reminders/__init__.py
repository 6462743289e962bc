"""Reminders: at a time somebody chose, the phone is woken, and nobody can read why."""
