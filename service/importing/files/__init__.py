"""Every kind of file in which an office keeps a list, read into sheets of cells."""
