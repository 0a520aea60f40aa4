"""`perflint check --watch`: the same check again whenever a table or a configuration changes, until Ctrl-C."""

import contextlib
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from perflint.cli.exits import CLEAN, complain, fail
from perflint.cli.running import STANDARD_INPUT

_SUFFIXES = frozenset({".yaml", ".yml", ".docx", ".docm", ".xlsx", ".xlsm", ".xls"})
_SETTINGS = frozenset({"perflint.yaml", "perflint.yml", "pyproject.toml"})
_SKIPPED = frozenset({".git", ".venv", "node_modules", "__pycache__", ".hg", ".svn"})
_TICK = 300
_WORDS = {
    "zh": {
        "again": "已改动：{}", "waiting": "等待改动，按 Ctrl-C 结束",
        "missing": '--watch 需要 watchfiles：在 perflint 的源码文件夹里运行 pip install ".[watch]"',
        "writing": "--watch 不能与 --add-suppressions 同用",
        "input": "--watch 不能用于标准输入", "absent": "没有这个文件或文件夹：{}",
    },
    "en": {
        "again": "changed: {}", "waiting": "waiting for changes, Ctrl-C ends",
        "missing": '--watch needs watchfiles: in a checkout of perflint, run pip install ".[watch]"',
        "writing": "--watch cannot be used with --add-suppressions",
        "input": "--watch cannot be used with standard input", "absent": "no such file or folder: {}",
    },
}  # fmt: skip


def watch(paths: Sequence[Path], lang: str, *, writing: bool) -> None:
    """Run this command without `--watch` now and after every change of what it looks at; `writing`: it changes files.

    Each run is a process of its own: rules, profiles and settings are read anew.

    Raises:
        SystemExit: watchfiles is not installed, a path cannot be watched, or the user ends it.
    """
    said = _WORDS[lang]
    try:
        from watchfiles import watch as changes_of  # noqa: PLC0415  # an extra
    except ImportError:
        fail(said["missing"])
    _refuse(paths, said, writing=writing)
    folders = {path if path.is_dir() else path.parent for path in paths}
    started = False
    # The first, empty tick says that the watcher stands: what is changed during the first check is not lost.
    ticks = changes_of(
        *folders, watch_filter=relevance(paths), rust_timeout=_TICK, yield_on_timeout=True, raise_interrupt=False
    )
    with contextlib.suppress(KeyboardInterrupt):  # wherever it comes, Ctrl-C is how this ends
        for changes in ticks:
            if changes or not started:
                _run_again(sorted({Path(path).name for _, path in changes}), said)
                started = True
    raise SystemExit(CLEAN)


def relevance(paths: Iterable[Path]) -> Callable[[object, str], bool]:
    """Return the filter for changed files: tables and documents below `paths` or named there, and settings."""
    resolved = [path.resolve() for path in paths]

    def is_relevant(_change: object, changed: str) -> bool:
        path = Path(changed)
        if path.name.startswith("~$") or not _SKIPPED.isdisjoint(path.parts):
            return False
        if path.name in _SETTINGS:
            return True
        return path.suffix.lower() in _SUFFIXES and any(path.resolve().is_relative_to(root) for root in resolved)

    return is_relevant


def _refuse(paths: Sequence[Path], said: dict[str, str], *, writing: bool) -> None:
    if writing:
        fail(said["writing"])
    if tuple(paths) == STANDARD_INPUT:
        fail(said["input"])
    for path in paths:
        if not path.exists():
            fail(said["absent"].format(path))


def _run_again(changed: list[str], said: dict[str, str]) -> None:
    """Run the command of this process without `--watch`."""
    now = time.strftime("%H:%M:%S")
    if changed:
        complain(f"\n[{now}] {said['again'].format(', '.join(changed))}\n")
    words = [word for word in sys.argv[1:] if word != "--watch"]
    subprocess.run([sys.executable, "-m", "perflint", *words], check=False)  # noqa: S603  # this very command
    complain(f"[{now}] {said['waiting']}\n")
    sys.stderr.flush()
