"""The page in a real browser: the filter filters, and nothing stands out beyond a phone's or a desk's width."""

import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from perflint.report.review.html.page import render_html
from tests.report.review.sample import HISTORY, HOSTILE, RATE, review

BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), ""
)
pytestmark = pytest.mark.skipif(not BROWSER, reason="no Chromium here")

# Put behind the page's own script: chooses a severity, then an agency, and notes what is left.
PROBE = """
<script>
const form = document.getElementById("filter"), said = [];
function choose(name, value) {
  form.elements[name].value = value;
  form.dispatchEvent(new Event("change"));
  const left = Array.from(document.querySelectorAll("li[data-rule]")).filter((li) => li.offsetParent !== null);
  said.push(left.length + ":" + new Set(left.map((li) => li.dataset.severity)).size);
}
said.push(form.hidden ? "hidden" : "shown");
choose("severity", "error"); choose("severity", ""); choose("agency", "1"); choose("rule", "DIR001");
const wide = Array.from(document.querySelectorAll("body *")).filter((e) =>
  !e.closest(".wide, .skip, svg, option") && e.getBoundingClientRect().right > innerWidth + 1);
document.body.dataset.probe = said.join(" ") + " " + wide.map((e) => e.tagName + e.className).join(",");
</script>
"""


def probe(folder: Path, page: str, width: int) -> str:
    """Return what the probe noted, in a frame as wide as a device."""
    words = PROBE.partition("<script>")[2].partition("</script>")[0]
    allowed = b64encode(
        sha256(words.encode()).digest()
    ).decode()  # beside the page's own script, which its policy names
    page = page.replace("script-src &#x27;", f"script-src &#x27;sha256-{allowed}&#x27; &#x27;", 1)
    (folder / "page.html").write_text(page.replace("</body>", PROBE + "</body>"), encoding="utf-8")
    frame = folder / "frame.html"
    frame.write_text(
        f'<iframe id="f" src="page.html" style="width:{width}px;height:800px;border:0"></iframe><p id="out"></p>'
        "<script>f.onload = () => { out.textContent = f.contentDocument.body.dataset.probe; }</script>",
        encoding="utf-8",
    )
    done = subprocess.run(  # noqa: S603  # the browser found above, on a file made here
        [BROWSER, "--headless=new", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
         f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=5000", "--dump-dom", frame.as_uri()],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    return done.stdout.decode().partition('<p id="out">')[2].partition("</p>")[0]


@pytest.mark.parametrize("width", [360, 1200])
def test_the_filter_filters_and_the_page_fits(tmp_path: Path, width: int) -> None:
    made = review(tmp_path, a=RATE, b=HISTORY, c=HOSTILE)
    second = len(made.of(made.agencies[1].agency)[0].remarks)
    found = probe(tmp_path, "".join(render_html(made)), width)
    shown, errors, everything, one, none, *wide = found.split(" ")
    assert shown == "shown"
    assert errors == f"{made.count.errors}:1"
    assert everything.partition(":")[0] == str(made.count.all)
    assert one.partition(":")[0] == str(second)
    assert none == "0:0"
    assert wide == [""]
