"""Every list of the corpus comes out with its people and its problems: nobody lost, nobody invented, no noise."""

from dataclasses import asdict
from pathlib import Path

import pytest

from desktop_app.exchange.member_list import read_member_list
from tests.exchange.corpus import TODAY, Case
from tests.exchange.corpus_messy import MESSY
from tests.exchange.corpus_shapes import SHAPES
from tests.exchange.corpus_values import VALUES
from tests.exchange.corpus_written import WRITTEN

CORPUS = (*SHAPES, *MESSY, *VALUES, *WRITTEN)


@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.name)
def test_the_people_and_the_problems_of_a_list_come_out(case: Case, tmp_path: Path) -> None:
    found = read_member_list(case.build(tmp_path), today=TODAY)
    rows = [{name: value for name, value in asdict(row).items() if value is not None} for row in found.rows]
    assert [{**row, "sheet": None} for row in rows] == [{**person, "sheet": None} for person in case.people]
    told = [(problem.row, problem.field) for problem in found.problems]
    assert told == list(case.problems), [problem.text for problem in found.problems]
