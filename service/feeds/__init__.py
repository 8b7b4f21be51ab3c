"""What programs subscribe to: calendars and feed readers, which come back for what is new."""
