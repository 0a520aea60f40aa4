"""How far a project reaches: the folder that configurations, links and packs of it must not lead out of."""

import os
from functools import lru_cache
from pathlib import Path

from perflint.workspace.disk.git import work_tree

NAMES = ("perflint.yaml", "perflint.yml")


@lru_cache(maxsize=4096)
def tree_of(folder: Path) -> Path:
    """Return the top folder of the project that a folder belongs to, links resolved.

    It is the work tree of its git repository; else the folder of the outermost `perflint.yaml` at or above it; else the
    folder itself.
    """
    place = folder.resolve()
    top = work_tree(place)
    if top is not None:
        return top
    above = (place, *place.parents)
    return next((known for known in reversed(above) if any(os.path.lexists(known / name) for name in NAMES)), place)


def leaves(path: Path, tree: Path) -> bool:
    """Return whether a path, links resolved, lies outside a folder that is itself resolved.

    A link in a circle leads nowhere, and so outside.
    """
    try:
        return not path.resolve(strict=False).is_relative_to(tree)
    except (OSError, RuntimeError):  # RuntimeError: how Python 3.11 says that links go in a circle
        return True
