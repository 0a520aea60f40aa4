"""`perflint serve`: a page for people without a terminal, on this machine or in the office's own network."""

from collections.abc import Sequence
from functools import partial
from importlib.util import find_spec
from typing import Annotated

import typer

from perflint.cli.exits import complain, fail
from perflint.cli.language import choose_language
from perflint.cli.options import Lang, a_number

_MISSING = """\
网页服务需要 starlette、uvicorn 等；请在 perflint 的源码文件夹里运行：pip install ".[web,office]"
perflint: the page needs starlette, uvicorn and others; in a checkout of perflint, run: pip install ".[web,office]\""""
_NEEDED = ("starlette", "uvicorn", "python_multipart", "jinja2", "docx", "openpyxl", "lxml")
_SAID = {
    "zh": {
        "open": "请用浏览器打开 {address}（按 Ctrl-C 结束）",
        "busy": "无法在 {host} 端口 {port} 上提供网页（{reason}）；请用 --port 换一个端口",
        "hosts": "--host {host} 使别的电脑也能打开本页；请用 --allow-host 写明本页的名称或地址，如 --allow-host jixiao.example.gov.cn",
        "size": "--max-upload 应写成 20MB，而不是“{text}”",
        "root": "--root-path 应写成 /perflint，而不是“{text}”",
        "name": "--allow-host 只写名称或地址，不写 http:// 和端口：“{text}”",
        "closed": "已结束：上传 {uploads} 次、{files} 个文件；完成 {finished} 次，未完成 {failed} 次。所有结果已删除。",
    },
    "en": {
        "open": "open {address} in a browser (Ctrl-C ends it)",
        "busy": "the page cannot be served on {host}, port {port} ({reason}); choose another port with --port",
        "hosts": "--host {host} opens the page to other machines; name it with --allow-host, as in --allow-host targets.example.org",
        "size": "--max-upload: a size such as 20MB is expected, not `{text}`",
        "root": "--root-path: a path such as /perflint is expected, not `{text}`",
        "name": "--allow-host takes a name or an address without http:// and port: `{text}`",
        "closed": "ended: {uploads} uploads, {files} files; {finished} finished, {failed} not. All results are deleted.",
    },
}
Host = Annotated[str, typer.Option(help="在哪个地址上提供。Address to serve on.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="端口，0 为任选。Port; 0: any that is free.")]
Open = Annotated[bool, typer.Option("--open", help="同时打开浏览器。Open it in a browser.")]
AllowHost = Annotated[
    list[str] | None,
    typer.Option(
        "--allow-host", help="除本机外还应答哪个名称；可重复。A name to answer besides this machine's; repeatable."
    ),
]
RootPath = Annotated[
    str, typer.Option("--root-path", help="在反向代理之后的路径，如 /perflint。Path behind a proxy, as in /perflint.")
]
MaxUpload = Annotated[str, typer.Option("--max-upload", help="一次上传最大多少。Largest upload.")]
TimeLimit = Annotated[
    float,
    typer.Option(
        "--time-limit",
        min=1,
        max=3600,
        callback=a_number,
        help="一次上传最多审核几秒。Seconds that an upload may take.",
    ),
]


def serve(
    host: Host = "127.0.0.1",
    port: Port = 8765,
    opened: Open = False,
    allow_host: AllowHost = None,
    root_path: RootPath = "",
    max_upload: MaxUpload = "20MB",
    time_limit: TimeLimit = 60,
    lang: Lang = None,
) -> None:
    """用网页审核：拖入文件，看意见，下载结果。A page to review tables: drop files, read findings, download results."""
    if any(find_spec(name) is None for name in _NEEDED):
        fail(_MISSING)
    from perflint.web.server import listen, serve_until_ended  # noqa: PLC0415  # no other command pays for it
    from perflint.web.settings import Settings, size_in_bytes  # noqa: PLC0415  # the same

    spoken, names, size = choose_language(lang), tuple(allow_host or ()), size_in_bytes(max_upload)
    _check(spoken, host, names, root_path)
    if size is None:
        fail(_SAID[spoken]["size"].format(text=max_upload))
    settings = Settings(host, port, names, root_path, size or 0, time_limit, spoken)
    try:
        bound = listen(settings)
    except OSError as fault:
        fail(_SAID[spoken]["busy"].format(host=host, port=port, reason=fault.strerror or fault))
    done = serve_until_ended(settings, bound, partial(_announce, spoken), opened=opened)
    counts = {"uploads": done.uploads, "files": done.files, "finished": done.finished, "failed": done.failed}
    complain(f"perflint: {_SAID[spoken]['closed'].format(**counts)}\n")


def _check(lang: str, host: str, names: Sequence[str], root_path: str) -> None:
    """Check the addresses that were given.

    Raises:
        SystemExit: one cannot be served.
    """
    from perflint.web.settings import LOOPBACK  # noqa: PLC0415  # as above

    said = _SAID[lang]
    if root_path and (not root_path.startswith("/") or root_path.endswith("/")):
        fail(said["root"].format(text=root_path))
    for name in names:
        if "/" in name or name.count(":") == 1:
            fail(said["name"].format(text=name))
    if host not in LOOPBACK and not names:
        fail(said["hosts"].format(host=host))


def _announce(lang: str, address: str) -> None:
    complain(f"perflint: {_SAID[lang]['open'].format(address=address)}\n")
