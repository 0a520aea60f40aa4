"""The server's tests need the extra `lsp`."""

from importlib.util import find_spec

collect_ignore_glob = [] if find_spec("pygls") else ["test_*.py"]
