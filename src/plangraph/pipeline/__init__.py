"""From plan files to a checked store: the main job.

Each plan file is worked on by itself (``version``), and the result kept by what it was made
from (``shelf``). A build works on what is new, links it (``linking``, ``nation``), and fills
a new generation of the store, or changes a copy of the former one (``filling``).
"""

from plangraph.pipeline.building import build, relink
from plangraph.pipeline.checking import check, check_files, load_all
from plangraph.pipeline.dataset import dataset_quads
from plangraph.pipeline.settings import Built, CheckFailedError, Progress, names, plan_paths

__all__ = [
    "Built",
    "CheckFailedError",
    "Progress",
    "build",
    "check",
    "check_files",
    "dataset_quads",
    "load_all",
    "names",
    "plan_paths",
    "relink",
]
