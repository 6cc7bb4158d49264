"""The monkey, for a little while: enough to see that it plays, and that nothing it touches raises."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ACTIONS = 300


def test_random_hands_raise_no_error_and_leave_the_store_whole() -> None:
    """In a process of its own: it presses whatever is open, and windows of other tests are none of its business."""
    command = [sys.executable, "-m", "build_scripts.monkey", str(ACTIONS), "1"]
    played = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    told = json.loads(played.stdout)
    assert (told["errors"], told["whole"]) == ({}, True)
    assert sum(told["kinds"].values()) == ACTIONS
