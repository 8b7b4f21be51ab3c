"""The regulation as code: what may happen between two committees, and what should have happened.

Imports the standard library and ``eventsourcing.domain`` only: no clock, no database, no web.
"""
