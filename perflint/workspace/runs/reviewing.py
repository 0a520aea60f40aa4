"""The review of a run: its report with the rules' pages and the configuration's verdicts."""

from perflint.judge import Severity, load_pack
from perflint.judge.inspection import NOBODY
from perflint.judge.table_summary import AMENDED, SENT_BACK, TableSummary, words_of
from perflint.report import Report
from perflint.report.review.assembly import Letterhead, assemble
from perflint.report.review.model import Review
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.workers import checker_for


def review_of(
    report: Report, options: Options, config: Config, date: str, reviewer: str, least: Severity = Severity.INFO
) -> Review:
    """Return the review of a run that was asked for summaries of its tables; `config` judges files that hold no table.

    Findings less grave than `least` are counted, and listed nowhere; the verdicts are as they would be with them.

    Raises:
        SettingError: a setting of the verdict names neither a severity nor a rule.
    """
    checker = checker_for(config, options)
    settings = checker.engine(checker.default_profile()).settings
    back, amended = words_of(settings, SENT_BACK), words_of(settings, AMENDED)
    usual = TableSummary(NOBODY, "", "", 1, "", "", "", (), (), "", (), back, amended)
    return assemble(report, Letterhead(options.lang, date, reviewer, load_pack(config.packs).rules, usual, least))
