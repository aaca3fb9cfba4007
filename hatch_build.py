"""Builds what the wheel carries and the repository does not: the editor of the page of queries.

It is bundled from npm (``src/plangraph/serve/editor``, with a lock file). Where npm is missing,
or for an editable install, the package is built without: the page then has a plain field.
``make editor`` builds it in a checkout.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

EDITOR = Path("src", "plangraph", "serve", "editor")
MADE = Path("src", "plangraph", "serve", "static", "editor.js")


class EditorHook(BuildHookInterface):  # type: ignore[type-arg]
    """Runs npm, where there is npm, before a wheel is put together."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the editor, unless it has been built."""
        root = Path(self.root)
        if version == "editable" or (root / MADE).exists():
            return
        try:
            build(root)
        except (OSError, subprocess.CalledProcessError) as error:
            self.app.display_warning(f"the SPARQL editor is left out: {error}")


def build(root: Path) -> None:
    """Install what the lock file names and bundle it; raises OSError, CalledProcessError."""
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm is not installed")
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    for command in ([npm, "ci", *quiet], [npm, "run", "build", "--silent"]):
        subprocess.run(command, cwd=root / EDITOR, check=True)
