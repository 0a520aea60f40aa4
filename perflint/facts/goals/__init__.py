"""The annual goal: what it says, what it promises, what the indicators show of it."""
