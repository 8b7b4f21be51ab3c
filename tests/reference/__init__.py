"""A reader of the record that answers one day at a time, by recounting.

It is written from the text of the catalogue of obligations alone and shares no code with the
domain or the projections, which it checks. It is slow, and meant to be: nothing is kept from one
day to the next, and every stretch of days is walked day by day. "4.1-3" in a docstring is a
paragraph of that catalogue, "G05" a row of its table.
"""
