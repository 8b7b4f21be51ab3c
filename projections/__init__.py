"""What can be read: every row on both time axes, derived from the log and from nothing else."""
