"""Documents that committees make of what is on record: numbers, each with the rows behind it."""
