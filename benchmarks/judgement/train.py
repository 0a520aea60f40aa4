"""Train a linear model of character pieces from a labelled list, and print how it does on roots it never saw.

    python -m benchmarks.judgement.train values.tsv --answers vague --out rules/models/vague.tsv

Needs the extra `train`. The list has the columns `text`, `label` and, where known, `root`; with `--answers` the other
labels are the rest. Figures are of five folds that share no root; the weights written are of all rows together.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from benchmarks.judgement.labelled import Labelled, read_labelled, root_numbers
from perflint.data.linear_model import INTERCEPT, pieces

FOLDS = 5
THRESHOLDS = (0.5, 0.7, 0.8, 0.9, 0.95)
Weights = dict[str, list[float]]


def fit(texts: Sequence[str], truth: Sequence[bool], strength: float) -> tuple[DictVectorizer, LogisticRegression]:
    """Return the vectoriser and the logistic regression of one yes-no question."""
    vectoriser = DictVectorizer()
    columns = vectoriser.fit_transform([pieces(text) for text in texts])
    regression = LogisticRegression(C=strength, max_iter=2000)
    return vectoriser, regression.fit(columns, list(truth))


def cross_validated(rows: Sequence[Labelled], groups: Sequence[int], answer: str, strength: float) -> list[float]:
    """Return for each row how likely the answer is to a model that saw no row of its root."""
    truth = [row.label == answer for row in rows]
    scores = [0.0] * len(rows)
    for seen, kept in GroupKFold(FOLDS).split(rows, truth, groups):
        vectoriser, regression = fit([rows[at].text for at in seen], [truth[at] for at in seen], strength)
        found = regression.predict_proba(vectoriser.transform([pieces(rows[at].text) for at in kept]))[:, 1]
        for at, score in zip(kept, found, strict=True):
            scores[at] = float(score)
    return scores


def figures(rows: Sequence[Labelled], scores: Sequence[float], answer: str) -> str:
    """Return a line a threshold: how many of the answer are found, how many flagged are right, how many others flagged."""
    of_answer = sum(row.label == answer for row in rows)
    lines = [f"{answer}: {of_answer} of {len(rows)} rows"]
    for threshold in THRESHOLDS:
        flagged = [row for row, score in zip(rows, scores, strict=True) if score >= threshold]
        right = sum(row.label == answer for row in flagged)
        wrong = len(flagged) - right
        lines.append(
            f"  at {threshold:.2f}: found {right / max(of_answer, 1):6.1%}  right {right / max(len(flagged), 1):6.1%}"
            f"  others flagged {wrong / max(len(rows) - of_answer, 1):6.1%} ({wrong})"
        )
    return "\n".join(lines)


def weights_of(rows: Sequence[Labelled], answers: Sequence[str], strength: float, least: float) -> Weights:
    """Return a weight an answer for each piece; pieces that weigh less than `least` everywhere are left out."""
    found: Weights = {INTERCEPT: [0.0] * len(answers)}
    for column, answer in enumerate(answers):
        vectoriser, regression = fit([row.text for row in rows], [row.label == answer for row in rows], strength)
        found[INTERCEPT][column] = float(regression.intercept_[0])
        for piece, weight in zip(vectoriser.feature_names_, regression.coef_[0], strict=True):
            found.setdefault(piece, [0.0] * len(answers))[column] = float(weight)
    return {piece: weights for piece, weights in found.items()
            if piece == INTERCEPT or max(map(abs, weights)) >= least}  # fmt: skip


def write(path: Path, notes: Sequence[str], answers: Sequence[str], weights: Weights) -> None:
    """Write a model as `perflint.data.linear_model` reads it, pieces in order."""
    lines = [*(f"# {note}" for note in notes), "\t".join(("piece", *answers))]
    lines += ["\t".join((piece, *(f"{weight:.2f}" for weight in weights[piece]))) for piece in sorted(weights)]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")


def main() -> None:
    """Measure and, with `--out`, write a model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", nargs="+", type=Path, help="tab-separated lists with the head text, label, root")
    parser.add_argument("--answers", nargs="*", help="the labels to find (default: every label)")
    parser.add_argument("--out", type=Path, help="the file of weights to write")
    parser.add_argument("--strength", type=float, default=30.0, help="inverse of the regularisation (default: 30)")
    parser.add_argument("--least", type=float, default=0.05, help="lighter pieces are left out (default: 0.05)")
    asked = parser.parse_args()
    rows = tuple(row for path in asked.lists for row in read_labelled(path))
    answers = asked.answers or sorted({row.label for row in rows})
    groups = root_numbers(rows)
    summary = [f"Trained by benchmarks/judgement/train.py on {len(rows)} texts of {len(set(groups))} roots.",
               f"Cross-validated in {FOLDS} folds that share no root:"]  # fmt: skip
    for answer in answers:
        summary += figures(rows, cross_validated(rows, groups, answer, asked.strength), answer).splitlines()
    print("\n".join(summary))
    if asked.out:
        write(asked.out, summary, answers, weights_of(rows, answers, asked.strength, asked.least))


if __name__ == "__main__":
    main()
