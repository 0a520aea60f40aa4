"""The page in a real browser: with a mouse, with the keyboard alone, on a phone, without scripts, in both languages."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest

from tests.web.serving import Served
from tests.web.tables import TABLE, empty_word, word

# A browser beside hundreds of other tests waits for them: it has a run of its own, with PERFLINT_BROWSER naming it (`make browser`).
_FOUND = os.environ.get("PERFLINT_BROWSER", "")
if not _FOUND:
    pytest.skip("PERFLINT_BROWSER names no browser", allow_module_level=True)

from axe_playwright_python.sync_playwright import Axe  # noqa: E402  # as above
from playwright.sync_api import Browser, Page, expect, sync_playwright  # noqa: E402  # as above

_WIDE, _PHONE = (1280, 900), (390, 844)
_PATIENCE = 30_000  # what a busy machine may take that compiles the rules at the first upload; nothing here is measured
expect.set_options(timeout=_PATIENCE)
Opened = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as running:
        chromium = running.chromium.launch(executable_path=_FOUND, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, page: Served) -> Iterator[Opened]:
    """Open the start page; whatever the console complains of, or is fetched from elsewhere, fails the test."""
    complaints: list[str] = []
    held = []

    def open_page(size: tuple[int, int] = _WIDE, *, scripts: bool = True, lang: str = "zh") -> Page:
        context = browser.new_context(
            viewport={"width": size[0], "height": size[1]}, java_script_enabled=scripts, accept_downloads=True
        )
        held.append(context)
        tab = context.new_page()
        tab.set_default_timeout(_PATIENCE)
        own = f"http://127.0.0.1:{page.port}/"
        tab.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        tab.on(
            "filechooser", lambda _: None
        )  # asked for from the start: asked for at the press of a key, it may come too late
        tab.on("request", lambda asked: None if asked.url.startswith(own) else complaints.append(asked.url))
        tab.goto(f"{own}?lang={lang}")
        return tab

    yield open_page
    for context in held:
        context.close()
    assert complaints == []


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "绩效目标表.docx"
    path.write_bytes(word())
    return path


def _review(tab: Page, *files: Path) -> None:
    tab.set_input_files("#files", files)
    tab.click(".upload button")
    tab.wait_for_selector(".end")


def test_upload_mark_and_download(opened: Opened, table: Path, tmp_path: Path) -> None:
    tab = opened()
    _review(tab, table)
    expect(tab.locator("#heading")).to_contain_text("退回")
    cell = tab.locator("td", has_text="≤100%")
    cell.locator("a.mark").first.click()
    finding = tab.locator(".finding:target")
    expect(finding).to_be_in_viewport()
    expect(finding).to_contain_text("上限")
    finding.locator("a.to").click()
    expect(tab.locator("td:target")).to_contain_text("≤100%")
    expect(tab.locator("td:target")).to_be_in_viewport()
    finding = tab.locator(".finding", has=tab.locator(".code", has_text="DIR001"))
    finding.locator("summary").click()
    expect(finding.locator("details")).to_contain_text("依据")
    with tab.expect_download() as saved:
        tab.click("text=审核意见（Word）")
    saved.value.save_as(tmp_path / saved.value.suggested_filename)
    assert docx.Document(str(tmp_path / "审核意见.docx")).tables


def test_a_mark_opens_the_fold_that_its_finding_is_in(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "表.yaml"
    vague = "".join(
        f"  - {{一级指标: 产出指标, 二级指标: 数量指标, 三级指标: 巡查{n}次数, 指标值: 若干次, 指标值确定依据: 经验}}\n"
        for n in "甲乙丙丁"
    )
    path.write_text(TABLE + vague, encoding="utf-8")
    tab = opened()
    _review(tab, path)
    folded = tab.locator(".rest .finding").first
    expect(folded).not_to_be_visible()
    tab.locator(f"a.mark[href='#{folded.get_attribute('id')}']").click()
    expect(folded).to_be_in_viewport()


def test_the_keyboard_is_enough(opened: Opened, table: Path) -> None:
    tab = opened()
    tab.keyboard.press("Tab")
    expect(tab.locator(".skip")).to_be_focused()
    tab.locator(".language").focus()
    tab.keyboard.press("Tab")
    expect(tab.locator("#files")).to_be_focused()
    with tab.expect_file_chooser() as chooser:
        tab.keyboard.press("Enter")
    chooser.value.set_files(table)
    expect(tab.locator(".chosen")).to_contain_text("绩效目标表.docx")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(".end")
    _tab_to(tab, "a.mark")
    tab.keyboard.press("Enter")
    expect(tab.locator(".finding:target")).to_be_in_viewport()
    _tab_to(tab, "a.to")
    tab.keyboard.press("Enter")
    expect(tab.locator(".form :target")).to_be_in_viewport()
    _tab_to(tab, ".end button")
    tab.keyboard.press("Enter")
    expect(tab.locator("[role=status]").first).to_contain_text("已删除")


def _tab_to(tab: Page, selector: str) -> None:
    for _ in range(200):
        tab.keyboard.press("Tab")
        if tab.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"no way to {selector} by the keyboard")


def test_on_a_phone(opened: Opened, table: Path) -> None:
    tab = opened(_PHONE)
    assert _overflow(tab) <= 0
    _review(tab, table)
    assert _overflow(tab) <= 0
    region = tab.locator(".form")
    assert region.evaluate("one => one.scrollWidth > one.clientWidth")
    tab.locator("td", has_text="≤100%").locator("a.mark").first.click()
    expect(tab.locator(".finding:target")).to_be_in_viewport()
    assert tab.locator(".finding:target a.to").bounding_box()["height"] >= 20  # type: ignore[index]  # it is in sight


def _overflow(tab: Page) -> int:
    return int(tab.evaluate("document.documentElement.scrollWidth - window.innerWidth"))


def test_without_scripts(opened: Opened, table: Path) -> None:
    tab = opened(scripts=False)
    expect(tab.locator("#files")).to_be_visible()
    _review(tab, table)  # the waiting page refreshes itself
    expect(tab.locator("#heading")).to_contain_text("退回")
    tab.locator("td", has_text="≤100%").locator("a.mark").first.click()
    expect(tab.locator(".finding:target")).to_be_in_viewport()
    with tab.expect_download() as saved:
        tab.click("text=改后的表（Excel）")
    assert saved.value.suggested_filename == "绩效目标表-改后.xlsx"
    tab.click(".end button")
    expect(tab.locator("[role=status]").first).to_contain_text("已删除")


def test_too_large_is_said_before_anything_is_sent(opened: Opened, tmp_path: Path) -> None:
    path = tmp_path / "大.docx"
    path.write_bytes(b"0" * 20_100_000)
    tab = opened()
    tab.set_input_files("#files", path)
    expect(tab.locator(".chosen")).to_contain_text("一次上传不能超过 20 MB")
    tab.click(".upload button")
    expect(tab.locator(".upload button")).to_be_enabled()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("size", [_WIDE, _PHONE], ids=["wide", "phone"])
def test_nothing_serious_stands_in_anybodys_way(
    opened: Opened, table: Path, tmp_path: Path, lang: str, size: tuple[int, int]
) -> None:
    """The rules of axe, evaluated in the page: contrast, names, roles, order of headings, targets."""
    (tmp_path / "notice.docx").write_bytes(empty_word())
    (tmp_path / "b.yaml").write_text(f"{TABLE}---\n{TABLE}", encoding="utf-8")
    tab = opened(size, lang=lang)
    assert tab.locator("html").get_attribute("lang") == {"zh": "zh-CN", "en": "en"}[lang]
    assert _serious(tab) == []
    _review(tab, table, tmp_path / "notice.docx", tmp_path / "b.yaml")
    for fold in tab.locator("details").all():
        fold.evaluate("one => { one.open = true }")
    assert _serious(tab) == []
    if lang == "en":
        assert not re.search("审核|下载|错误", tab.locator("main").inner_text().replace("审核惯例", ""))


def _serious(tab: Page) -> list[str]:
    found = Axe().run(tab).response["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in {"serious", "critical"}
    ]  # fmt: skip
