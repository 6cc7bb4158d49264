"""The SQL about propaganda activities for the people, which stand beside the conferences of a round."""

from dataclasses import asdict

from db.day_records import Activity
from db.store import Store


def activities(store: Store, round_id: int | None = None, activity_id: int | None = None) -> list[Activity]:
    """The activities of a round (or one of all), in the order they were held."""
    rows = store.all(
        """select * from activity where (:round is null or round_id = :round) and (:id is null or id = :id)
           order by held_on, id""",
        {"round": round_id, "id": activity_id},
    )
    return [Activity(**{name: value for name, value in row.items() if name != "uid"}) for row in rows]


def save(store: Store, activity: Activity) -> int:
    """Write an activity (id 0 = new); its id."""
    values = {name: value for name, value in asdict(activity).items() if name != "id"}
    if activity.id:
        store.change("activity", activity.id, **values)
    return activity.id or store.add("activity", **values)


def remove(store: Store, activity_id: int) -> None:
    """Delete an activity."""
    store.execute("delete from activity where id = :id", {"id": activity_id})
