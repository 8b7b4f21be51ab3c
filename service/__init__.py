"""How the world talks to lienhe: commands, questions, storage. Imports the domain and the projections."""
