"""The pages made from the rules say what the rules say now."""

from docs.generate import pages, stale


def test_no_page_is_stale() -> None:
    assert stale() == [], "run `python -m docs.generate`"


def test_every_link_between_the_pages_leads_somewhere() -> None:
    made = pages()
    anchors = {
        (path.parent / path.name).as_posix() + "#" + line.lstrip("# ").lower().replace(" ", "-")
        for path, text in made.items()
        for line in text.split("\n")
        if line.startswith("## ")
    }
    for path, text in made.items():
        for piece in text.split("](")[1:]:
            target = piece.partition(")")[0]
            if target.endswith(".md"):
                assert (path.parent / target) in made, (path, target)
            elif ".md#" in target:
                assert (path.parent / target).as_posix() in anchors, (path, target)
