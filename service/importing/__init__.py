"""The members' list of an office, an Excel file, entered through the commands of the service."""
