"""What can be asked: each question reads its parameters, looks, and says what it found."""
