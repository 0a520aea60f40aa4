"""What `perflint annotate` says, in both languages."""

from typing import Final

from perflint.office.annotate import Unplaced

_SAID: Final = {
    "zh": {
        "written": "{path}：批注 {comments} 条 → {target}", "changes": "  修订 {count} 处", "replaced": "  替换了上次的批注 {count} 条",
        "kept": "  保留了别人的批注 {count} 条", "elsewhere": "  {one}", "unchanged": "  {one}（未写成修订）",
        "none": "没有找到绩效目标表，没有写出文件", "missing": "没有这个文件", "unreadable": "无法读取：{reason}",
        "slow": "用时超过 {seconds} 秒，已停止；请拆分文件，或用 --time-limit 放宽", "there": "{path} 已存在，没有写入；要覆盖请加 --force",
        "unwritable": "{path} 无法写入（{reason}）", "kind": "-o 的扩展名应与原文件相同（{suffix}）：{path}",
        "folder": "有几个文件，-o 应是文件夹：{path}",
    },
    "en": {
        "written": "{path}: {comments} comments → {target}", "changes": "  {count} tracked changes",
        "replaced": "  {count} earlier comments of perflint replaced", "kept": "  {count} comments of others kept",
        "elsewhere": "  {one}", "unchanged": "  {one} (no tracked change)",
        "none": "no target table was found in it, nothing was written", "missing": "there is no such file",
        "unreadable": "cannot be read: {reason}",
        "slow": "it took longer than {seconds} s and was stopped; split the file, or allow more with --time-limit",
        "there": "{path} exists and was not written; --force replaces it", "unwritable": "{path} cannot be written ({reason})",
        "kind": "the output needs the suffix of the input ({suffix}): {path}", "folder": "there are several files, -o has to be a folder: {path}",
    },
}  # fmt: skip


def say(key: str, lang: str, **named: object) -> str:
    """Return a sentence in a language, `zh` or `en`, filled in."""
    return _SAID["en" if lang == "en" else "zh"][key].format(**named)


def unplaced(one: Unplaced) -> str:
    """Return what is said of a finding that does not stand at its own characters, or is no tracked change."""
    return f"{one.code} {one.place}: {one.reason}".replace("  ", " ")
