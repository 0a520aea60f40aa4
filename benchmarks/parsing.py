"""The lower limit: libyaml reading the files given on the command line into events, and nothing else."""

import sys
from pathlib import Path

from ruamel.yaml.cyaml import CParser  # type: ignore[attr-defined]  # imported there for others
from ruamel.yaml.events import StreamEndEvent


def count_events(path: Path) -> int:
    """Return how many events a file has."""
    parser = CParser(path.read_bytes().decode("utf-8"))
    events = 1
    while not isinstance(parser.get_event(), StreamEndEvent):
        events += 1
    return events


def main() -> None:
    """Read every YAML file below a folder, or one file."""
    root = Path(sys.argv[1])
    paths = [root] if root.is_file() else sorted(root.rglob("*.yaml"))
    print(sum(map(count_events, paths)))


if __name__ == "__main__":
    main()
