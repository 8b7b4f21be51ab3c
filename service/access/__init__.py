"""Who may come in, and who has read what: records that no rebuild touches, kept with the keys."""
