"""The lock of the window: all is hidden and the key forgotten until the password is typed. Nothing typed is lost.

It comes by itself when nobody has touched the program for as long as the office has set, and at once by Ctrl+Alt+L.
"""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QWidget

from desktop_app.ui import words
from desktop_app.ui.parts import column
from desktop_app.ui.unlock import Unlock
from desktop_app.ui.window import Window

if TYPE_CHECKING:  # loaded after the window is shown
    from desktop_app.services.passwords import Entrance
    from desktop_app.services.store import Store

LOOK_EVERY_MS = 5000
KEYS = QKeyCombination(Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, Qt.Key.Key_L)
TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}
NO_PASSWORD = "Sổ chưa có mật khẩu nên chưa khóa được; hãy đặt mật khẩu ở Thiết lập, mục “Mật khẩu, người dùng”."
RECOVERED = (
    "Đã mở khóa bằng mã khôi phục; hãy đặt mật khẩu mới cho mình ở Thiết lập, mục “Mật khẩu, người dùng”, "
    "nút “Đổi mật khẩu của tôi…”."
)
BUSY = "Còn việc đang chạy nên chưa khóa; chờ xong rồi khóa lại."


class Cover(QWidget):
    """Lies over all that a window shows, as large as it is."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAutoFillBackground(True)
        self.setGeometry(over.rect())
        over.installEventFilter(self)
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False


class Locked(QDialog):
    """Asks for the password over the covered windows; it is not left otherwise."""

    def __init__(self, window: Window, unlock: Unlock) -> None:
        super().__init__(window)
        self.setWindowTitle(words.PROGRAM)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inner = column(unlock)
        inner.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)  # as high as what is said needs
        self.setLayout(inner)
        self.unlock = unlock
        unlock.line.setFocus()

    def reject(self) -> None:
        """Esc opens nothing."""

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()


class Lock(QObject):
    """Belongs to one window; locks whatever store is open in it, if it has a password."""

    def __init__(self, window: Window, look_every_ms: int = LOOK_EVERY_MS) -> None:
        super().__init__(window)
        self._window = window
        self.touched = time.time()
        self._covers: list[Cover] = []
        self._paused: list[QTimer] = []
        self._focus: QWidget | None = None
        self._dialog: Locked | None = None
        window.lock_wanted.connect(self.lock)
        app = QApplication.instance()
        assert isinstance(app, QGuiApplication), "a window has an application"
        app.focusWindowChanged.connect(self._watch)
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(look_every_ms)

    def _watch(self, window: QWindow | None) -> None:
        """Every window the clerk works in, also a dialog: few events pass there."""
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in TOUCHES:
            self.touched = time.time()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.keyCombination() == KEYS:
            QTimer.singleShot(0, self, self.lock)  # once the press is over; a shortcut would not reach out of a dialog
            return True
        return False

    def look(self) -> None:
        """Lock if nobody has touched anything for long enough."""
        store = self._locked_store()
        if store is None or store.asleep or self._window.background.busy:
            return
        from desktop_app.services.access import idle_minutes

        minutes = idle_minutes(store)
        if minutes and time.time() - self.touched >= minutes * 60:
            self.lock()

    def _locked_store(self) -> "Store | None":
        desk = self._window.desk
        return desk.store if desk is not None and (desk.store.key or desk.store.asleep) else None

    def lock(self) -> None:
        """Cover every window, forget the key, ask."""
        store = self._locked_store()
        if store is None:
            if self._window.desk is not None:
                self._window.refuse(NO_PASSWORD)
            return
        if self._window.background.busy:
            self._window.refuse(BUSY)
            return
        if store.asleep or store.path is None:
            return
        self._keep_typing()
        self._cover()
        store.fall_asleep()
        said = f"Cửa sổ đã khóa; {store.user} gõ mật khẩu để làm tiếp. Những gì đang gõ dở vẫn còn."
        leave = ("Đóng chương trình", self._window.close)
        self._dialog = Locked(self._window, Unlock(self._window.background, store.path, self.let_in, leave, said))
        self._dialog.open()

    def _keep_typing(self) -> None:
        """Save what is being typed: whoever finds the window locked may close the program."""
        from desktop_app.ui.kept_typing import KeptTyping

        for widget in QApplication.topLevelWidgets():
            for kept in widget.findChildren(KeptTyping):
                kept.save_noted()

    def _cover(self) -> None:
        """Hide what is seen, and let nothing read the store any more: no field that is left, no timer."""
        self._focus = QApplication.focusWidget()
        if self._focus is not None:
            self._focus.clearFocus()
        QApplication.sendPostedEvents()
        seen = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        self._covers = [Cover(each) for each in seen]
        self._paused = [timer for each in seen for timer in each.findChildren(QTimer) if timer.isActive()]
        for timer in self._paused:
            timer.stop()
        self._window.setWindowTitle(words.PROGRAM)

    def _uncover(self) -> None:
        for cover in self._covers:
            cover.hide()
            cover.deleteLater()
        for timer in self._paused:
            timer.start()
        self._covers, self._paused = [], []

    def let_in(self, entrance: "Entrance") -> None:
        """Whoever locked it goes on; somebody else would write under another name."""
        store, dialog = self._locked_store(), self._dialog
        if store is None or dialog is None:
            return
        recovered = entrance.holder.recovered
        if entrance.holder.name != store.user and not recovered:
            dialog.unlock.say(f"Sổ đang do {store.user} mở; hãy gõ mật khẩu của người ấy hoặc đóng chương trình.")
            return
        store.wake(entrance.key)
        self.touched = time.time()
        dialog.accept()
        self._dialog = None
        self._uncover()
        self._window.show_facts()
        if self._focus is not None:
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        if recovered:
            self._recover(store)

    def _recover(self, store: "Store") -> None:
        """The password is forgotten: say where a new one is set, before the window is closed and asks for it again."""
        from desktop_app.services.access import recover

        recover(store)
        self._window.message.say(RECOVERED)
