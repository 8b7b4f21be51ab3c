"""What the service costs, beside its limits and its peers, side by side in one run."""
