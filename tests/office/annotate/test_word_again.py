"""Annotating again: perflint's own comments are replaced, those of others stay, with their answers."""

import re

from perflint.office.annotate import AnnotateOptions, Fixes, annotate, without_own
from perflint.office.reading import read_document
from tests.office.annotate.word_package import (
    MOMENT,
    NAME,
    annotated,
    comments_of,
    document_of,
    form,
    found,
    p,
    package,
    parts_of,
    r,
    row,
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
THEIRS = f'<w:comments {W}><w:comment w:id="3" w:author="王科长" w:initials="W"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment></w:comments>'
ON = '<w:commentRangeStart w:id="3"/>{}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>'


def _with_a_comment() -> bytes:
    body = form(row(p(ON.format(r("≤98%")))))
    return package(body, {"word/comments.xml": THEIRS}, {"comments": "comments.xml"})


def test_comments_of_others_are_kept_and_reported() -> None:
    data = _with_a_comment()
    made = annotated(data)
    assert (made.comments, made.kept, made.replaced) == (2, 1, 0)
    theirs = comments_of(made.data)[0]
    assert (theirs.author, theirs.text, theirs.on) == ("王科长", "请核对", "≤98%")
    assert read_document(made.data, NAME).notes[0] == read_document(data, NAME).notes[0]


def test_annotating_again_gives_the_same_bytes() -> None:
    for data in (_with_a_comment(), package(form(row(p(r("约≤９８％以内")))))):
        once = annotated(data, select=("DIR001", "VAL021"))
        again = annotated(once.data, select=("DIR001", "VAL021"))
        assert again.data == once.data
        assert (again.replaced, again.kept) == (once.comments, once.kept)


def test_without_own_leaves_the_comments_of_others_alone() -> None:
    data = _with_a_comment()
    assert without_own(data, NAME) == data
    assert parts_of(without_own(annotated(data).data, NAME)) == parts_of(data)
    assert parts_of(without_own(annotated(package(form(row(p(r("≤98%"))))), lang="en").data, NAME)).keys() >= {
        "word/document.xml"
    }


def test_other_authors_do_not_hide_what_is_perflints() -> None:
    data = package(form(row(p(r("≤98%")))))
    once = annotate(data, NAME, found(data), AnnotateOptions(author="县财政局", moment=MOMENT))
    assert {one.author for one in comments_of(once.data)} == {"县财政局"}
    again = annotated(once.data)
    assert {one.author for one in comments_of(again.data)} == {"perflint"}


def test_a_comment_that_was_answered_stays_with_its_answer() -> None:
    once = annotated(package(form(row(p(r("≤98%"))))))
    text = parts_of(once.data)["word/comments.xml"].decode()
    numbers = iter(("0000000A", "0000000B", "0000000C"))
    text = re.sub(r"(<w:comment [^>]*>)<w:p>", lambda one: f'{one[1]}<w:p w14:paraId="{next(numbers)}">', text)
    answer = '<w:comment w:id="9" w:author="李" w:initials="L"><w:p w14:paraId="0000000D"><w:r><w:t>已核对</w:t></w:r></w:p></w:comment>'
    text = text.replace("<w:comments ", f"<w:comments {W14} ").replace("</w:comments>", f"{answer}</w:comments>")
    body = document_of(once.data).partition("<w:body>")[2].removesuffix("</w:body></w:document>")
    threads = f'<w15:commentsEx {W15}><w15:commentEx w15:paraId="0000000D" w15:paraIdParent="0000000B" w15:done="0"/></w15:commentsEx>'
    data = package(
        body, {"word/comments.xml": text, "word/commentsExtended.xml": threads},
        {"comments": "comments.xml", "commentsExtended": "commentsExtended.xml"},
    )  # fmt: skip
    bare = parts_of(without_own(data, NAME))
    assert re.findall(r'w:author="([^"]*)"', bare["word/comments.xml"].decode()) == ["perflint", "李"]
    assert "代码：DIR001" in bare["word/comments.xml"].decode()
    assert bare["word/commentsExtended.xml"].decode() == threads
    assert len(re.findall("<w:commentReference ", bare["word/document.xml"].decode())) == 1


def test_a_comment_stays_as_long_as_its_change_is_to_be_decided() -> None:
    once = annotated(package(form(row(p(r("≤98%"))))), fixes=Fixes.TRACKED)
    again = annotated(once.data, fixes=Fixes.TRACKED)
    assert [one.on for one in comments_of(again.data) if one.text.endswith("DIR001")] == ["[≤]≥98%"]
    assert (again.changes, again.kept) == (0, 0)
