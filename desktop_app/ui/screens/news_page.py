"""What each version of the program brought: shown once after an update, and from the help page at any time."""

from desktop_app import __version__
from desktop_app.ui.manual import news
from desktop_app.ui.read_page import ReadPage
from desktop_app.ui.settings import remember, remembered_text

READ = "news/version"


class NewsPage(ReadPage):
    """The text of CHANGELOG.md."""

    title = "Có gì mới"

    def markdown(self) -> str:
        return news()


def unread() -> bool:
    """Whether the program was updated since it was last opened here; said once. A first start is no update."""
    before = remembered_text(READ)
    if before != __version__:
        remember(READ, __version__)
    return bool(before) and before != __version__
