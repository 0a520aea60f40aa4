"""The pieces in which files are given to processes: every file once, in order, and no long piece at the end."""

from pathlib import Path

import pytest

from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.workers import CHUNK, LEAST, Job, chunks_of


@pytest.mark.parametrize("processes", [2, 3, 8, 64])
@pytest.mark.parametrize("files", [96, 97, 500, 2000])
def test_pieces_become_smaller_towards_the_end(files: int, processes: int) -> None:
    jobs = [Job(Path(f"{number}.yaml"), str(number), Config()) for number in range(files)]
    chunks = list(chunks_of(jobs, processes))
    assert [job for chunk in chunks for job in chunk] == jobs
    sizes = [len(chunk) for chunk in chunks]
    assert max(sizes) <= CHUNK
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] <= LEAST
