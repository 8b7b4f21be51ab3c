"""Questions asked of a running service from a terminal, and shown there as tables."""
