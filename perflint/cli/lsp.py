"""`perflint lsp`: the language server for editors."""

import gc
from importlib.util import find_spec

from perflint.cli.exits import fail
from perflint.cli.options import Lang

_MISSING = """\
语言服务需要 pygls；请在 perflint 的源码文件夹里运行：pip install ".[lsp]"
perflint: the language server needs pygls; in a checkout of perflint, run: pip install ".[lsp]\""""


def lsp(lang: Lang = None) -> None:
    """给编辑器用的语言服务。Serve an editor: findings as one types, fixes, completion, hover (standard input/output)."""
    if find_spec("pygls") is None:
        fail(_MISSING)
    from perflint.lsp.server import serve  # noqa: PLC0415  # no other command pays for it

    gc.set_threshold(700, 10, 10)  # a server lives for days: what goes in circles is to be collected
    serve(lang.value if lang else "")
