"""The addresses of the service, in rooms: commands, questions, what it says about itself."""
