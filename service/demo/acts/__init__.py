"""What happens in the year, an act a file: each is planned first and then written as papers."""
