"""From files to a result, as a browser without scripts sees it."""

import io
import json
import re
import zipfile

import docx
import openpyxl
import pytest

from perflint.web.settings import Settings
from tests.web.serving import Answer, Client, served
from tests.web.tables import SHOUTING, TABLE, archive, empty_word, excel, word

_ANNOTATED = ["表-批注.docx"]


def _offered(answer: Answer) -> dict[str, str]:
    """Return the downloads of a page: the address of each by its name."""
    links = re.findall(r'<a class="button" href="([^"]+/file/\d+)" download="([^"]+)"', answer.html)
    return {name: address for address, name in links}


@pytest.mark.parametrize(
    ("name", "data"),
    [("表.yaml", TABLE.encode()), ("表.docx", word()), ("表.xlsx", excel()), ("表.zip", archive({"表.docx": word()}))],
)
def test_a_table_is_reviewed_whatever_file_it_stands_in(client: Client, name: str, data: bytes) -> None:
    answer = client.get(client.upload({name: data}))
    assert answer.status == 200
    assert "农村供水管网巡查 退回" in answer.text
    assert "资金总额30万元，财政资金与其他资金合计25万元" in answer.text
    assert '≤100% <span class="marks"><a href="#f' in answer.html
    assert "先改这些：错误" in answer.text


def test_a_finding_and_its_cell_point_at_each_other(client: Client) -> None:
    html = client.get(client.upload({"表.docx": word()})).html
    (cell,) = re.findall(r'id="(c\d+)"[^>]*>≤100% ', html)
    (number,) = re.findall(r'>≤100% <span class="marks"><a href="#(f\d+)"', html)
    finding = html[html.index(f'<li id="{number}"') :]
    finding = finding[: finding.index("</li>")]
    assert f'href="#{cell}"' in finding
    assert "为什么？" in finding
    assert "DIR001" in finding


def test_what_is_offered_opens_and_says_the_same(client: Client) -> None:
    offered = _offered(client.get(client.upload({"表.docx": word()})))
    assert [*offered] == [
        *_ANNOTATED,
        "审核意见.docx", "审核意见.xlsx", "审核意见.html", "表.yaml", "绩效目标表-改后.docx", "绩效目标表-改后.xlsx",
    ]  # fmt: skip
    got = {name: client.get(address) for name, address in offered.items()}
    for name, answer in got.items():
        assert answer.status == 200
        assert answer.headers["content-disposition"].startswith("attachment; ")
        assert answer.headers["content-type"] == "application/octet-stream", name
        assert "sandbox" in answer.headers["content-security-policy"]
    review = docx.Document(io.BytesIO(got["审核意见.docx"].body))
    assert any("退回" in cell.text for table in review.tables for row in table.rows for cell in row.cells)
    assert "水质合格率" in got["表.yaml"].body.decode()
    assert openpyxl.load_workbook(io.BytesIO(got["审核意见.xlsx"].body)).sheetnames
    mended = docx.Document(io.BytesIO(got["绩效目标表-改后.docx"].body))
    cells = [cell.text for table in mended.tables for row in table.rows for cell in row.cells]
    assert "≥95%" in cells  # a sign that can mean nothing else
    assert "≤100%" in cells  # not for a machine to decide


def test_several_tables_have_a_page_each(client: Client) -> None:
    more = TABLE.replace("农村供水管网巡查", "城区供水管网改造")
    address = client.upload({"甲.docx": word(), "乙.yaml": f"{TABLE}---\n{more}".encode(), "通知.docx": empty_word()})
    answer = client.get(address)
    assert "第 1 张表，共 3 张" in answer.text
    assert "通知.docx ：没有找到绩效目标表" in answer.text
    assert "城区供水管网改造" in client.get(f"{address}/table/3").text
    assert client.get(f"{address}/table/4").status == 404
    assert client.get(f"{address}/table/0").status == 404
    files = _offered(answer)
    assert zipfile.ZipFile(io.BytesIO(client.get(files["绩效目标表.zip"]).body)).namelist() == ["甲.yaml", "乙.yaml"]


def test_what_is_found_across_tables_is_found_here(client: Client) -> None:
    copied = TABLE.replace("农村供水管网巡查", "城区供水管网改造")
    address = client.upload({"甲.yaml": TABLE.encode(), "乙.yaml": copied.encode()})
    assert "编码“000000250002”" in client.get(address).text or "XTB" in client.get(address).html


def test_english(client: Client) -> None:
    answer = client.get(client.upload({"table.docx": word()}, lang="en"))
    assert '<html lang="en">' in answer.html
    assert "First: errors" in answer.text
    assert "returned" in answer.text
    assert "审核意见" not in answer.text
    assert [*_offered(answer)][len(_ANNOTATED) :][:3] == ["review.docx", "review.xlsx", "review.html"]


def test_the_sample_has_something_to_show(client: Client) -> None:
    answer = client.send({"token": client.token(), "sample": "1"}, {})
    text = client.get(client.wait(answer.headers["location"])).text
    assert "少儿阅览区设备购置与读者活动 退回" in text


def test_no_text_of_a_table_is_markup(client: Client) -> None:
    table = (
        TABLE.replace("农村供水管网巡查", SHOUTING)
        .replace("国家标准", '"><b onclick=x>')
        .replace("95%", "95%&lt;i&gt;")
    )
    for files in ({f"{SHOUTING}.yaml": table.encode()}, {"<img src=x>.docx": word(table)}, {"'\"><i>.doc": b"x"}):
        html = client.get(client.upload(files)).html
        assert not re.search(r"<(i|img)\b|<b ", html)
        assert html.count("<script") == 1
        assert "&lt;" in html


def test_nothing_comes_from_another_host_and_nothing_is_inline(client: Client) -> None:
    for html in (client.get("/").html, client.get(client.upload({"表.docx": word()})).html):
        assert not re.findall(r'(?:src|href|action)="(?!/|#)', html)
        assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src)", html)


def test_a_result_can_be_deleted(client: Client) -> None:
    address = client.upload({"表.yaml": TABLE.encode()})
    download = next(iter(_offered(client.get(address)).values()))
    assert client.send({"token": "0" * 64}, {}, f"{address}/delete").status == 403
    answer = client.send({"token": client.token()}, {}, f"{address}/delete")
    assert answer.headers["location"] == "/?lang=zh&deleted=1"
    assert "已删除。" in client.get(answer.headers["location"]).text
    assert [client.get(path).status for path in (address, f"{address}/state", download)] == [404, 404, 404]
    assert "结果只保留 30 分钟" in client.get(address).text


def test_the_waiting_page_refreshes_itself_without_a_script(client: Client) -> None:
    answer = client.send({"token": client.token(), "sample": "1"}, {})
    page = client.get(answer.headers["location"])
    if "正在审核" in page.text:
        assert '<noscript><meta http-equiv="refresh" content="2"></noscript>' in page.html
    state = json.loads(client.get(f"{answer.headers['location']}/state").body)
    assert set(state) == {"working", "done", "total", "said"}
    client.wait(answer.headers["location"])


def test_nothing_chosen_is_told(client: Client) -> None:
    answer = client.send({"token": client.token()}, {})
    assert answer.status == 400
    assert "还没有选择文件。" in answer.text


def test_too_many_files_are_told(client: Client) -> None:
    answer = client.send({"token": client.token()}, {f"{number}.yaml": b"x" for number in range(6)})
    assert answer.status == 400
    assert "一次最多 5 个文件" in answer.text


def test_a_request_that_is_no_form_is_refused(client: Client) -> None:
    client.token()
    assert client.ask("POST", "/upload", b"x" * 100, content_type="text/plain").status == 400
    assert client.ask("POST", "/upload", b"x" * 100, content_type="multipart/form-data; boundary=a").status in {
        400,
        403,
    }
    assert client.ask("POST", "/upload", b"x" * 100, content_type="multipart/form-data").status == 400


def test_an_upload_that_is_too_large_is_told() -> None:
    with served(Settings(port=0, upload=100_000)) as page:
        client = Client(page)
        answer = client.send({"token": client.token()}, {"表.docx": b"0" * 300_000})
        assert answer.status == 413
        assert "一次上传不能超过 0.1 MB" in answer.text
        assert not page.counts


def test_a_server_that_has_enough_to_do_says_so() -> None:
    with served(Settings(port=0, at_once=0, waiting=1)) as page:  # nothing is ever done
        client = Client(page)
        first = client.send({"token": client.token(), "sample": "1"}, {})
        assert "前面还有别的文件" in client.get(first.headers["location"]).text
        answer = client.send({"token": client.token(), "sample": "1"}, {})
        assert answer.status == 503
        assert "请过一两分钟再试" in answer.text
        client.send({"token": client.token()}, {}, f"{first.headers['location']}/delete")
        assert client.send({"token": client.token(), "sample": "1"}, {}).status == 303


def test_behind_a_proxy_every_address_has_its_path() -> None:
    with served(Settings(port=0, root_path="/perflint")) as page:
        client = Client(page)
        html = client.get("/").html
        assert set(re.findall(r'(?:src|href|action)="(/[^"?]*)', html)) == {
            "/perflint/", "/perflint/upload", "/perflint/static/page.css", "/perflint/static/page.js",
            "/perflint/static/icon.svg",
        }  # fmt: skip
        answer = client.send({"token": client.token(), "sample": "1"}, {})
        assert answer.headers["location"].startswith("/perflint/r/")


def test_only_counts_are_noted(client: Client, capfd: pytest.CaptureFixture[str]) -> None:
    before = len(client.page.counts)
    client.upload({"保密.yaml": TABLE.encode(), "坏.docx": b"PK\x03\x04"})
    assert len(client.page.counts) == before + 1
    assert {type(value) for value in client.page.counts[-1].__class__.__annotations__.values()} <= {type, str}
    said = capfd.readouterr()
    assert said.out + said.err == ""
