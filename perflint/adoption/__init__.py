"""What was there before: suppressions in the text, the baseline, which rules were judged at all."""
