"""What the answers look like as tables: data, and nothing else."""
