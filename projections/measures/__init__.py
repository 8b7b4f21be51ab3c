"""How well two committees keep contact: what is counted, and the rows behind each number."""
