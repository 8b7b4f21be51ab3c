"""A year between two committees, played over HTTP: invented people, real rules, planted faults."""
