"""The files that make a budget repository check itself: a GitHub workflow, a GitLab job, a pre-commit hook, git's attributes."""

from typing import NamedTuple

from perflint.adoption.baseline import NAME

GITHUB = """\
# 每次提交都审核绩效目标表；合并请求只看新问题 / every change is checked; of a pull request only what is new counts
name: perflint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    env:
      # pip 安装的东西：wheel 的路径或地址、git 地址 / what pip installs: the path or address of a wheel, a git address
      PERFLINT: {package}
      PERFLINT_CACHE_DIR: /tmp/perflint-cache
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with: {fetch-depth: 0}
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with: {python-version: "3.12"}
      - uses: actions/cache@5a3ec84eff668545956fd18022155c47e93e2684 # v4.2.3
        with:
          path: /tmp/perflint-cache
          key: perflint-${{ github.sha }}
          restore-keys: perflint-
      - run: pip install "${PERFLINT:?set the repository variable PERFLINT / 请设置仓库变量 PERFLINT}"
      - run: perflint check --no-progress --max-findings 200 ${BASE:+--since "$BASE"}
        env:
          BASE: ${{ github.event.pull_request.base.sha }}
"""
GITLAB = """\
# 合并请求里显示问题：代码质量报告和测试报告 / findings in merge requests: code quality and test report
perflint:
  image: python:3.12
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  variables:
    # pip 安装的东西：wheel 的路径或地址、git 地址 / what pip installs: the path or address of a wheel, a git address
    PERFLINT: "{package}"
    PERFLINT_CACHE_DIR: $CI_PROJECT_DIR/.cache/perflint
    # --since 要有全部历史 / --since needs the whole history
    GIT_DEPTH: "0"
  cache:
    key: perflint
    paths: [.cache/perflint]
  script:
    - pip install "${PERFLINT:?set the CI/CD variable PERFLINT / 请设置 CI/CD 变量 PERFLINT}"
    - >-
      perflint check --no-progress --max-findings 200 ${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--since "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}
      --format gitlab=gl-code-quality.json --format junit=perflint.xml --format text
  artifacts:
    # 审核不通过时也要上传 / also when the check fails
    when: always
    reports:
      codequality: gl-code-quality.json
      junit: perflint.xml
"""
PRE_COMMIT = """\
# 提交前审核全部绩效目标表 / all target tables are checked before a commit
# 启用 / to switch on: pip install pre-commit && pre-commit install
repos:
  - repo: local
    hooks:
      - id: perflint-check
        name: perflint check
        entry: perflint check --no-progress .
{language}
        pass_filenames: false
        types: [yaml]
"""
_INSTALLED = """\
        # 用已装好的 perflint / the perflint that is installed
        language: system"""
_OWN = """\
        language: python
        additional_dependencies: ["{package}"]"""

ATTRIBUTES = f"""\
# 基线一行一条，两边新增的行都保留 / a baseline has an entry a line: the lines of both sides are kept
{NAME} merge=union
"""


class Package(NamedTuple):
    """What pip installs as each of the files says it."""

    github: str
    gitlab: str
    language: str


def ci_files(*, github: bool, gitlab: bool, pre_commit: bool, package: str = "") -> tuple[tuple[str, str], ...]:
    """Return (path in the repository, text) of each file that is asked for.

    `package` is what pip installs; without it the workflow and the job take it from a variable of the repository, and
    the hook takes the perflint that is installed.
    """
    named = (
        Package(f'"{package}"', package, _OWN.replace("{package}", package))
        if package
        else Package("${{ vars.PERFLINT }}", "", _INSTALLED)
    )
    wanted = (
        (github, ".github/workflows/perflint.yml", GITHUB.replace("{package}", named.github)),
        (gitlab, ".gitlab-ci.yml", GITLAB.replace("{package}", named.gitlab)),
        (pre_commit, ".pre-commit-config.yaml", PRE_COMMIT.replace("{language}", named.language)),
        (github or gitlab or pre_commit, ".gitattributes", ATTRIBUTES),
    )
    return tuple((path, text) for asked, path, text in wanted if asked)
