"""The words of the page in both languages."""

from collections.abc import Mapping

_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("绩效目标表审核", "Review of performance-target tables"),
    "lead": (
        "把绩效目标表交给本页：逐格指出问题、说明理由、给出改法。文件只在运行本页的电脑上处理，不上传到别处。",
        ("Give your target tables to this page: it names each problem at its cell, says why, and proposes a "
         "text. Files are handled on the computer that runs this page and go nowhere else."),
    ),
    "choose": ("选择文件，或把文件拖到这里", "Choose files, or drop them here"),
    "kinds": (
        ("Word（.docx）、Excel（.xlsx、.xls）、网页（.html）、文本（.txt）、YAML，"
         "或装有这些文件的压缩包（.zip）；可多选，一次不超过 {size}。"),
        ("Word (.docx), Excel (.xlsx, .xls), web pages (.html), text (.txt), YAML, or a .zip of these; "
         "several at once, {size} at most."),
    ),
    "start": ("开始审核", "Review them"),
    "sending": ("正在上传……", "Sending…"),
    "chosen": ("已选 {count} 个文件", "Files chosen: {count}"),
    "sample": ("用示例表试一试", "Try it with a sample"),
    "sample_lead": ("手头没有表？", "No table at hand?"),
    "privacy": (
        "上传的文件在审核后立即删除；审核结果只保留 30 分钟，也可随时按“删除”。除处理数量外不作任何记录。",
        ("Uploaded files are deleted as soon as they are read; results are kept for 30 minutes, or until you "
         "press Delete. Nothing is recorded but how many were handled."),
    ),
    "language": ("English", "中文"),
    "skip": ("跳到正文", "Skip to the content"),
    "waiting": ("前面还有别的文件，请稍候……", "Others come first, please wait…"),
    "reading": ("正在读取文件……", "Reading the files…"),
    "judging": ("正在审核……", "Reviewing…"),
    "writing": ("正在生成审核意见……", "Writing the review…"),
    "progress": ("正在审核", "Under way"),
    "wait": ("本页会自动更新，无须刷新。", "This page updates itself."),
    "again": ("再审核别的文件", "Review other files"),
    "home": ("回到首页", "Back to the start"),
    "results": ("审核结果", "Results"),
    "tables": ("各表结论", "The tables"),
    "table_of": ("第 {number} 张表，共 {total} 张", "Table {number} of {total}"),
    "previous": ("上一张", "Previous"),
    "next": ("下一张", "Next"),
    "more_tables": (
        "另有 {count} 张表没有在本页列出，请看下载的审核意见。",
        "{count} more tables are not shown here; see the review to download.",
    ),
    "downloads": ("下载", "Downloads"),
    "review_docx": ("审核意见（Word）", "Review (Word)"),
    "review_xlsx": ("审核意见（Excel）", "Review (Excel)"),
    "review_html": ("审核意见（网页）", "Review (web page)"),
    "tables_yaml": ("绩效目标表数据（YAML）", "Tables as data (YAML)"),
    "form_docx": ("改后的表（Word）", "Corrected form (Word)"),
    "form_xlsx": ("改后的表（Excel）", "Corrected form (Excel)"),
    "annotated": ("带批注的原文件", "Your own file with comments"),
    "mended": (
        "改后的表已按规定表式重排，改正了 {count} 处有把握的错误（如多余空格、标点）；其余请按意见修改。",
        ("The corrected form is set on the official form; {count} certain slips (blanks, signs) were mended "
         "in it, the rest is yours to decide."),
    ),
    "mended_none": (
        "改后的表已按规定表式重排；没有可以不问人就改的地方，其余请按意见修改。",
        "The corrected form is set on the official form; nothing could be mended without asking you.",
    ),
    "delete": ("删除这次结果", "Delete these results"),
    "deleted": ("已删除。", "Deleted."),
    "kept": ("结果保留到 {time}，之后自动删除。", "Kept until {time}, then deleted."),
    "form": ("表（标出问题的格）", "The form, cells marked"),
    "form_hint": (
        "点格里的编号看意见；表宽时可左右滑动。",
        "Follow a number to its finding; wide forms scroll sideways.",
    ),
    "no_form": ("没有能在本页显示的表（没有认出，或者太大）。", "There is no form to show on this page (none was recognised, or it is too large)."),
    "findings": ("审核意见", "Findings"),
    "first": ("先改这些：错误", "First: errors"),
    "then": ("再看这些：最值得改的警告", "Next: the warnings worth most"),
    "rest": ("其余 {count} 条", "The other {count}"),
    "none": ("未发现问题。", "Nothing was found."),
    "no_errors": ("没有错误。", "No errors."),
    "cell": ("看表中位置", "Show it on the form"),
    "finding": ("第 {number} 条意见", "Finding {number}"),
    "why": ("为什么？", "Why?"),
    "basis": ("依据", "Basis"),
    "exceptions": ("什么情况可以不改", "When it may stay"),
    "now": ("现填", "Now"),
    "proposal": ("建议", "Proposed"),
    "blank": ("（空）", "(blank)"),
    "colon": ("：", ": "),
    "see": ("另见", "See also"),
    "gaps": ("没能审核的内容（{count} 项）", "What could not be checked ({count})"),
    "unread": ("没有读入的文件", "Files that were not read"),
    "no_tables": ("没有找到绩效目标表。", "No target table was found."),
    "counts": ("错误 {errors}，警告 {warnings}，提示 {infos}", "errors {errors}, warnings {warnings}, hints {infos}"),
    "no_comments": (
        "批注只能写进 .docx 和 .xlsx 文件；别的文件没有“带批注的原文件”。",
        "Comments can be written into .docx and .xlsx files only; there is no annotated original of others.",
    ),
    "marks": ("{label}，问题：{numbers}", "{label}, findings: {numbers}"),
    # What went wrong
    "failed": ("没有审核完", "Not finished"),
    "failed_time": (
        "用时超过 {seconds} 秒，已停止。请拆分文件后再试。",
        "It took longer than {seconds} s and was stopped. Split the files and try again.",
    ),
    "failed_memory": (
        "需要的内存超过上限，已停止。请拆分文件后再试。",
        "It wanted more memory than it may and was stopped. Split the files and try again.",
    ),
    "failed_ended": (
        "读取时程序中断，文件可能已损坏。请用 Word、Excel 或 WPS 打开后另存再试。",
        "Reading broke down; a file may be damaged. Open it in its program, save it and try again.",
    ),
    "failed_failed": (
        "程序出错，没有审核完。请换一个文件试试，并告知管理员。",
        "The program failed. Try another file, and tell whoever runs this page.",
    ),
    "gone": ("没有这个页面", "There is no such page"),
    "gone_more": (
        "结果只保留 30 分钟，可能已经删除。请重新上传。",
        "Results are kept for 30 minutes and may be gone. Upload the files again.",
    ),
    "refused": ("没有接受这次请求", "This request was not accepted"),
    "stale": (
        "页面打开太久或来自别处，请回到首页重新选择文件。",
        "The page was open for too long, or is not ours. Go back to the start and choose the files again.",
    ),
    "host": ("不应答这个地址：{host}", "This address is not answered: {host}"),
    "host_more": (
        "请用启动时显示的地址打开；管理员可用 --allow-host 放行别的名称。",
        "Use the address shown at the start; whoever runs this page can allow another with --allow-host.",
    ),
    "large": ("文件太大", "Too large"),
    "large_more": (
        "一次上传不能超过 {size}。请分几次上传。",
        "An upload holds {size} at most. Send the files in several parts.",
    ),
    "nothing": ("还没有选择文件。", "No file was chosen."),
    "too_many": (
        "一次最多 {most} 个文件。请分几次上传，或打成一个压缩包。",
        "At most {most} files at once. Send them in parts, or as one .zip.",
    ),
    "busy": ("现在太忙", "Too busy just now"),
    "busy_more": (
        "同时审核的文件太多，请过一两分钟再试。",
        "Too many files are being reviewed. Try again in a minute or two.",
    ),
    "broken": ("程序出错", "The program failed"),
    "broken_more": (
        "请再试一次；仍不行请告知管理员。",
        "Try once more; if it fails again, tell whoever runs this page.",
    ),
    "slow": ("上传太慢，已中断。请再试一次。", "The upload was too slow and was ended. Try again."),
    # Of single files
    "unknown": (
        "不认识这种文件；请交 .docx、.xlsx、.xls、.html、.txt、.yaml 或 .zip",
        "unknown kind of file; .docx, .xlsx, .xls, .html, .txt, .yaml and .zip are read",
    ),
    "many": (
        "一次最多审核 {most} 个文件，这次有 {count} 个；其余没有读入，请分几次上传",
        "at most {most} files are read at once, these are {count}; send the others in parts",
    ),
    "empty_zip": ("压缩包里没有文件", "the archive holds no file"),
    "broken_zip": ("压缩包已损坏，无法打开；请重新打包", "the archive is damaged; pack it again"),
    "locked_zip": (
        "压缩包里的这个文件有密码，无法读取；请取消密码",
        "this file of the archive is locked with a password; remove it",
    ),
    "nested_zip": (
        "压缩包里的压缩包不再打开；请直接上传里面的文件",
        "archives inside an archive are not opened; send its files themselves",
    ),
    "large_zip": (
        "压缩包展开后超过 {most} MB，其余没有读入；请分几次上传",
        "the archive unpacks to more than {most} MB; send the rest in parts",
    ),
    "no_table": ("没有找到绩效目标表", "no target table was found in it"),
    "out_of_time": (
        "审核用时超过 {seconds} 秒，没有审核完；请单独上传这个文件，或拆分后再试",
        "reviewing took longer than {seconds} s; send this file alone, or split it",
    ),
    "breaks": (
        "无法审核（{kind}），文件可能已损坏；请打开后另存再试",
        "it cannot be reviewed ({kind}), the file may be damaged; open it, save it and try again",
    ),
    "no_review": ("时间不够，没有生成全部审核意见文件；请把文件拆分后再试。", "There was no time for all review files; split the file."),
    "no_annotated": ("时间不够，没有生成带批注的原文件。", "There was no time for the annotated original."),
    "no_yaml": ("时间不够，没有生成 YAML。", "There was no time for the YAML."),
    "no_pages": ("时间不够，没有在本页列出全部表。", "There was no time to show all tables on this page."),
    "more_findings": ("另有 {count} 条没有在本页列出，请看下载的审核意见。", "{count} more are not shown here; see the review to download."),
    "no_forms": ("时间不够，没有生成改后的表。", "There was no time to make the corrected form."),
    "no_excel": (
        "有的单元格文字太长，Excel 装不下，只生成了 Word 的改后的表。",
        "A text is too long for a cell of Excel; the corrected form was made for Word only.",
    ),
    "sample_name": ("示例-项目支出绩效目标表", "sample-project-targets"),
    "review_name": ("审核意见", "review"),
    "tables_name": ("绩效目标表", "tables"),
    "form_name": ("绩效目标表-改后", "corrected-form"),
    "annotated_mark": ("-批注", "-comments"),
    "annotated_name": ("带批注的原文件", "annotated"),
}  # fmt: skip


def say(key: str, lang: str, **values: object) -> str:
    """Return words of the page in a language, with values filled in."""
    zh, en = _WORDS[key]
    text = en if lang == "en" else zh
    return text.format(**values) if values else text
