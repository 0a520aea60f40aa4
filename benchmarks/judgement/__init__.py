"""How well the judgement generalises, and the training of the small models that it ships."""
