"""Work spread over processes, or done apart where it could take too long or too much."""
