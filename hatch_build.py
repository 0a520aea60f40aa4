"""What hatchling runs when it makes a wheel: rules, words and expressions are compiled once, for everybody who installs it."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledData(BuildHookInterface[Any]):
    """Puts `perflint/_built/` into a wheel; an editable installation keeps such data in the user's cache."""

    PLUGIN_NAME = "custom"
    _made: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the data in a folder of its own.

        Raises:
            CalledProcessError: a rule is broken, or the project's dependencies are not there.
        """
        if version == "editable":
            return
        self._made = Path(tempfile.mkdtemp(prefix="perflint-built-"))
        # With one seed for hashes, so that what is built twice is the same; pip names the dependencies on the same path.
        path = os.pathsep.join(filter(None, (self.root, os.environ.get("PYTHONPATH"))))
        environment = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONPATH": path}
        command = [sys.executable, "-m", "perflint.workspace.building", str(self._made)]
        subprocess.run(command, cwd=self.root, env=environment, check=True)  # noqa: S603  # the project's own program
        build_data["force_include"][str(self._made)] = "perflint/_built"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatchling's signature
        """Take the folder away again."""
        if self._made:
            shutil.rmtree(self._made, ignore_errors=True)
