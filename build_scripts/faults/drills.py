"""All checks but the sweep of works, by the name they are asked for."""

from build_scripts.faults import (
    canary,
    damage,
    figures,
    foreign,
    full_disk,
    keys,
    live_backup,
    odd_folders,
    restoring,
    starts,
    typing_lost,
)
from build_scripts.faults.setting import Check

DRILLS: dict[str, Check] = {
    "kill": figures.killed,
    "power": figures.cuts,
    "failing-import": figures.imported,
    "flushes": figures.flushed,
    "live-backup": live_backup.figures,
    "restore-drill": restoring.figures,
    "damage": damage.figures,
    "keys": keys.figures,
    "foreign-lists": foreign.figures,
    "canary": canary.figures,
    "full-disk": full_disk.figures,
    "typing": typing_lost.figures,
    "starts": starts.figures,
    "odd-folders": odd_folders.figures,
}
