"""Where the record is kept: the log of events, the ledger of commands, and the keys apart."""
