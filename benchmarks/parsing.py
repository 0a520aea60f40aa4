"""The lower limit: libyaml composing the files given on the command line into nodes, and nothing else."""

import sys
from pathlib import Path

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # imported there for others
from ruamel.yaml.resolver import Resolver


class _Composer(CParser, Resolver):  # type: ignore[misc]  # untyped
    """libyaml's parser and composer; a node wants to know what kind of value its text is."""

    def __init__(self, text: str) -> None:
        CParser.__init__(self, text)
        Resolver.__init__(self)


def compose(path: Path) -> int:
    """Return how many pairs or items the document of a file has at its top."""
    return len(_Composer(path.read_bytes().decode("utf-8")).get_single_node().value)


def main() -> None:
    """Read every YAML file below a folder, or one file."""
    root = Path(sys.argv[1])
    paths = [root] if root.is_file() else sorted(root.rglob("*.yaml"))
    print(sum(map(compose, paths)))


if __name__ == "__main__":
    main()
