"""Money: amounts, equations between them, cost rows, sums and products in texts."""
