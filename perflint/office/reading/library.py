"""What is said when an optional library is not there."""

from perflint.office.grid import Unopened


def missing(library: str, extra: str = "office") -> Unopened:
    """Return what is said where a library that reads a kind of document is not installed."""
    install = f'pip install ".[{extra}]"'
    return Unopened(
        f"读取这种文件需要 {library}；请在 perflint 的源码文件夹里运行：{install}",
        f"reading this kind of file needs {library}; in a checkout of perflint, run: {install}",
    )
