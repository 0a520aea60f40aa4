"""What is said when an optional library is not there."""

from perflint.office.grid import Unopened

INSTALL = 'pip install "perflint-targets[office]"'


def missing(library: str) -> Unopened:
    """Return what is said where a library that reads a kind of document is not installed."""
    return Unopened(
        f"读取这种文件需要 {library}；请运行：{INSTALL}",
        f"reading this kind of file needs {library}; run: {INSTALL}",
    )
