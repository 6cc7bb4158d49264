"""Prints blocks and opens the file again as a reader would; measuring what is there is not its business."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO
from typing import Any

import pdfplumber
import pytest

from desktop_app.forms.blocks import Block, Document
from desktop_app.forms.pdf import print_pdf

Printed = Callable[..., Any]


@pytest.fixture
def printed() -> Iterator[Printed]:
    with ExitStack() as files:

        def open_printed(*blocks: Block, **properties: Any) -> Any:
            out = BytesIO()
            print_pdf(Document(**{"title": "Thử", "blocks": blocks, **properties}), out)
            return files.enter_context(pdfplumber.open(out))

        yield open_printed
