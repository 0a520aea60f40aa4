"""What is said when an optional library is not there."""

_INSTALL = 'pip install ".[office]"'


class Missing(Exception):  # noqa: N818  # said of a library, not of the program
    """A library that writes a kind of document and is not installed; said in both languages."""

    def __init__(self, library: str) -> None:
        super().__init__(library)
        self.zh = f"写这种文件需要 {library}；请在 perflint 的源码文件夹里运行：{_INSTALL}"
        self.en = f"writing this kind of file needs {library}; in a checkout of perflint, run: {_INSTALL}"
