"""All checks but the sweep of works, by the name they are asked for."""

from build_scripts.faults import damage, figures, keys, live_backup, restoring
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
}
