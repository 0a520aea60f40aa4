"""Which rules were judged on a file of a run: by the configuration that holds there."""

from perflint.adoption.rules_judged import RulesJudged
from perflint.judge.inspection import Glance
from perflint.workspace.checking import Options
from perflint.workspace.runs.workers import Job, checker_for


def rules_judged_on(job: Job, glance: Glance, options: Options, *, whole: bool) -> RulesJudged:
    """Return which rules were judged on a file."""
    checker = checker_for(job.config, options)
    profiles = dict.fromkeys(member.profile for member in glance.members) or {checker.default_profile(): None}
    return RulesJudged(tuple(checker.engine(profile) for profile in profiles), whole)
