"""How the world talks to lienhe: commands, questions, storage, command line."""
