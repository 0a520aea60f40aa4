"""What all steps of a batch know: the folder, the shares, the configuration; and where each step writes."""

import hashlib
from pathlib import Path

import msgspec
from msgspec import Struct

from perflint.cluster.parts import Part
from perflint.workspace.checking import Options
from perflint.workspace.configuration.config import Config
from perflint.workspace.runs.workers import Job


class Batch(Struct, frozen=True):
    """What all steps know: the folder, the shares of agencies, the configuration, the options, the format, the run's mark."""

    folder: Path
    shares: int
    config: Config
    options: Options
    form: str
    state: str
    run: str

    def file(self, step: str, number: int, mark: str) -> Path:
        """Return the file that a step writes."""
        return self.folder / ".batch" / step / f"{number:06d}-{mark}"

    def parts(self) -> list[str]:
        """Return the marks of all partitions in order, from the file that the start of the run wrote."""
        return msgspec.msgpack.decode(self.file("parts", 0, self.run).read_bytes(), type=list[str])

    def inspected(self, number: int, mark: str) -> Path:
        """Return the file of a partition's inspections; it is kept for the next run, which does not inspect it again."""
        return self.file("inspected", number, mark)

    def job(self, path: str) -> Job:
        """Return a file as a run takes it."""
        place = Path(path)
        return Job(place, path, self.config.of_file(place))


def mark_of(batch: Batch, part: Part) -> str:
    """Return what changes with all that the inspections of a partition depend on."""
    known = f"{batch.state} {batch.shares} {part.stamp}".encode("utf-8", "surrogateescape")
    return hashlib.blake2b(known, digest_size=12).hexdigest()


def share_of(text: str, shares: int) -> int:
    """Return the share, from 0 on, that a text belongs to; the same in every process."""
    return (
        int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=6).digest(), "big") % shares
    )
