"""The log as JSON Lines, whole or as far as it is asked about."""
