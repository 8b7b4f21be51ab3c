"""Our folds against the reference that somebody else wrote from the specification alone."""
