"""One window for a store: the first one listens, a second start of the program wakes it and goes away.

Nothing is sent but the call itself, and nobody outside this computer can call.
"""

import hashlib
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Qt
from PySide6.QtWidgets import QWidget

PATIENCE_MS = 500


class FirstWindow(QObject):
    """Brings a window to the front whenever the program is started again for the store it shows."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        from PySide6.QtNetwork import QLocalServer

        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self.come_forward)

    def listen(self, path: Path) -> None:
        """Be there for this store. We hold its lock: what a killed program left under the name is nobody's."""
        self._server.close()
        self._server.removeServer(name_of(path))
        self._server.listen(name_of(path))

    def close(self) -> None:
        self._server.close()

    def come_forward(self) -> None:
        """Show the window over all others, as large as it was."""
        caller = self._server.nextPendingConnection()
        if caller is not None:
            caller.disconnectFromServer()
            caller.deleteLater()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()


def wake(path: Path) -> bool:
    """Call the window that shows this store; whether there was one."""
    from PySide6.QtNetwork import QLocalSocket

    caller = QLocalSocket()
    caller.connectToServer(name_of(path))
    there = caller.waitForConnected(PATIENCE_MS)
    caller.abort()
    return there


def name_of(path: Path) -> str:
    """The name of a store's window: the same however the file was named, and short enough for a socket."""
    return f"so-hoc-tap-{hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]}"


def held_by(lock: QLockFile, path: Path) -> str:
    """Who holds the lock of a store and since when: “máy VP-01, từ 10:42 ngày 22/11/2026”; empty where unknown."""
    found = lock.getLockInfo()
    host = str(found[1]) if isinstance(found, tuple) and len(found) > 1 else ""
    try:
        since = datetime.fromtimestamp(Path(f"{path}.lock").stat().st_mtime)
    except OSError:
        return ""
    return f"máy {host}, từ {since:%H:%M} ngày {since:%d/%m/%Y}" if host else ""
