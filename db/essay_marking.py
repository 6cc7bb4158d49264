"""The SQL about how essays are marked: who checks which cell, the rubric, the bands, scores part by part."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from db.essay_records import Criterion, ScoreBand
from db.store import Store

TABLES = ("essay_checker", "rubric_criterion", "score_band")


def checkers(store: Store, round_id: int) -> dict[int, str]:
    """Cell → who checks its essays."""
    rows = store.all("select organization_id, checker from essay_checker where round_id = :id", {"id": round_id})
    return {int(row["organization_id"]): str(row["checker"]) for row in rows}


def assign(store: Store, round_id: int, cell_ids: Iterable[int], checker: str | None) -> None:
    """Give cells to a checker, or to nobody."""
    cells = json.dumps(list(cell_ids))
    store.execute(
        """delete from essay_checker where round_id = :id
           and organization_id in (select value from json_each(:cells))""",
        {"id": round_id, "cells": cells},
    )
    if checker is not None:
        store.execute(
            """insert into essay_checker (round_id, organization_id, checker)
               select distinct :id, value, :checker from json_each(:cells)""",
            {"id": round_id, "cells": cells, "checker": checker},
        )


def criteria(store: Store, round_id: int) -> tuple[Criterion, ...]:
    """The rubric in its order."""
    rows = store.all(
        "select title, points from rubric_criterion where round_id = :id order by position", {"id": round_id}
    )
    return tuple(Criterion(**row) for row in rows)


def save_criteria(store: Store, round_id: int, found: Sequence[Criterion]) -> None:
    """Write the rubric anew."""
    store.execute("delete from rubric_criterion where round_id = :id", {"id": round_id})
    for place, each in enumerate(found, 1):
        store.add("rubric_criterion", round_id=round_id, position=place, title=each.title, points=each.points)


def bands(store: Store, round_id: int) -> tuple[ScoreBand, ...]:
    """The bands of a round as they were set; none where nobody set any."""
    rows = store.all("select name, from_score from score_band where round_id = :id order by position", {"id": round_id})
    return tuple(ScoreBand(**row) for row in rows)


def save_bands(store: Store, round_id: int, found: Sequence[ScoreBand]) -> None:
    """Write the bands anew."""
    store.execute("delete from score_band where round_id = :id", {"id": round_id})
    for place, each in enumerate(found, 1):
        store.add("score_band", round_id=round_id, position=place, name=each.name, from_score=each.from_score)


def part_scores(store: Store, essay_ids: Iterable[int]) -> dict[int, dict[int, str]]:
    """Essay → place of the criterion, from 1 → its score."""
    sql = """select essay_id, position, score from essay_part_score
             where essay_id in (select value from json_each(:ids)) order by essay_id, position"""
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for row in store.all(sql, {"ids": json.dumps(list(essay_ids))}):
        found[row["essay_id"]][row["position"]] = row["score"]
    return dict(found)


def save_part_scores(store: Store, essay_id: int, scores: Mapping[int, str]) -> None:
    """Write the scores of an essay part by part; none clears them."""
    store.execute("delete from essay_part_score where essay_id = :id", {"id": essay_id})
    for place, score in scores.items():
        store.execute(
            "insert into essay_part_score (essay_id, position, score) values (:id, :place, :score)",
            {"id": essay_id, "place": place, "score": score},
        )


def scored_by_parts(store: Store, round_id: int) -> bool:
    """Whether any essay of a round was marked part by part."""
    sql = """select exists (select 1 from essay_part_score s join essay e on e.id = s.essay_id
             where e.round_id = :id)"""
    return bool(store.value(sql, {"id": round_id}))


def clear(store: Store, round_id: int) -> None:
    """Delete all this about a round without essays."""
    for table in TABLES:
        store.execute(f"delete from {table} where round_id = :id", {"id": round_id})
