"""The files that make a budget repository check itself: a GitHub workflow, a GitLab job, a pre-commit hook."""

from perflint.version import __version__

GITHUB = """\
# 每次提交都审核绩效目标表 / every change of the target tables is checked
name: perflint
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    env:
      # pip 安装的东西：带版本号的包名，或 wheel、源码的地址 / what pip installs
      PERFLINT: perflint-targets=={version}
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with: {python-version: "3.12"}
      - run: pip install "$PERFLINT"
      - run: perflint check --no-progress
"""
GITLAB = """\
# 合并请求里显示问题：代码质量报告和测试报告 / findings in merge requests: code quality and test report
perflint:
  image: python:3.12
  variables:
    # pip 安装的东西：带版本号的包名，或 wheel、源码的地址 / what pip installs
    PERFLINT: perflint-targets=={version}
  script:
    - pip install "$PERFLINT"
    - perflint check --no-progress --format gitlab=gl-code-quality.json --format junit=perflint.xml --format text
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
        language: python
        additional_dependencies: ["perflint-targets=={version}"]
        pass_filenames: false
        types: [yaml]
"""


def ci_files(*, github: bool, gitlab: bool, pre_commit: bool) -> tuple[tuple[str, str], ...]:
    """Return (path in the repository, text) of each file that is asked for, with this version of perflint."""
    wanted = (
        (github, ".github/workflows/perflint.yml", GITHUB),
        (gitlab, ".gitlab-ci.yml", GITLAB),
        (pre_commit, ".pre-commit-config.yaml", PRE_COMMIT),
    )
    return tuple((path, text.replace("{version}", __version__)) for asked, path, text in wanted if asked)
