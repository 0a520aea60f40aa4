"""Spending plans: their periods, their pace, how they are written."""
