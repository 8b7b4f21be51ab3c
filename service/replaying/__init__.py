"""The inspector's command: what a body's answers are by the log alone, and whether that is read."""
