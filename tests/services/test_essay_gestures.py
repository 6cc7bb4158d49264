"""Essays under random gestures: states, refusals and figures as a plain list of attempts says; undo of all."""

from collections import Counter
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from db.values import EssayResult
from desktop_app.domain.obligations import HANDED_IN, PASSED, EssayState
from desktop_app.domain.refusal import Refusal
from desktop_app.services import essay_forwarding, essay_marking, essays, journal, reports
from tests.round_office import ESSAY_EXEMPT, office, small_round

WROTE = {"Nguyễn Văn An": "passed", "Trần Thị Ánh": "rewrite", "Hồ Thị Nga": "received"}
NAMES = ("Nguyễn Văn An", "Trần Thị Ánh", "Hồ Thị Nga", "Phạm Văn Ân", "Phan Thị Chi", ESSAY_EXEMPT)
UNWRITTEN = {"Phạm Văn Ân": EssayState.LATE, "Phan Thị Chi": EssayState.NOT_DUE, "Hồ Thị Nga": EssayState.DUE}
PEOPLE = st.sampled_from(NAMES)


class Essays(RuleBasedStateMachine):
    """`model`: a person's attempts, each a word of EssayState; `lists`: forwarding id → whose essays are on it."""

    def __init__(self) -> None:
        super().__init__()
        self.store = office(practice=True)
        self.known = small_round(self.store)
        self.round = self.known.round_id
        self.model = {name: [WROTE[name]] if name in WROTE else [] for name in NAMES}
        self.lists: dict[int, str] = {}

    def standing(self, name: str) -> str | None:
        return next((each for each in reversed(self.model[name]) if each != "withdrawn"), None)

    def put(self, name: str, word: str) -> None:
        at = max(place for place, each in enumerate(self.model[name]) if each != "withdrawn")
        self.model[name][at] = word

    def tried(self, allowed: bool, act: object, *args: object, **options: object) -> bool:
        """Do it; whether it went through, which must be as the model says."""
        try:
            act(self.store, *args, **options)  # type: ignore[operator]
        except Refusal:
            assert not allowed
            return False
        assert allowed
        return True

    def person(self, name: str) -> list[int]:
        return [self.known.people[name]]

    @rule(name=PEOPLE)
    def receive(self, name: str) -> None:
        now = self.standing(name)
        if self.tried(now in (None, "rewrite"), essays.receive, self.round, self.person(name), "2021-04-03"):
            self.model[name].append("received_again" if now == "rewrite" else "received")

    @rule(name=PEOPLE, result=st.sampled_from([*EssayResult, None]))
    def assess(self, name: str, result: EssayResult | None) -> None:
        now = self.standing(name)
        allowed = now not in (None, "confirmed", "forwarded")
        if self.tried(allowed, essays.assess, self.round, self.person(name), result):
            self.put(name, str(result) if result else self.unmarked(name))

    def unmarked(self, name: str) -> str:
        """What an attempt is without a result, as the row itself says."""
        last = self.listed(name).last
        assert last is not None
        earlier = [each for each in self.model[name][:-1] if each != "withdrawn"]
        return "checking" if last.checking_from else ("received_again" if earlier else "received")

    def listed(self, name: str) -> essays.EssayStanding:
        [found] = essays.standings(self.store, self.round, member_ids=self.person(name))
        return found

    @rule(name=PEOPLE)
    def take_up(self, name: str) -> None:
        allowed = self.standing(name) in HANDED_IN
        if self.tried(allowed, essay_marking.take_up, self.round, self.person(name), "Tổ chấm"):
            self.put(name, "checking")

    @rule(name=PEOPLE)
    def withdraw(self, name: str) -> None:
        allowed = self.standing(name) not in (None, "confirmed", "forwarded")
        if self.tried(allowed, essays.withdraw, self.round, self.person(name)):
            self.put(name, "withdrawn")

    @rule(name=PEOPLE)
    def confirm(self, name: str) -> None:
        allowed = self.standing(name) in PASSED
        if self.tried(allowed, essay_forwarding.confirm, self.round, self.person(name), "Đảng ủy"):
            self.put(name, "forwarded" if self.standing(name) == "forwarded" else "confirmed")

    @rule(name=PEOPLE)
    def unconfirm(self, name: str) -> None:
        allowed = self.standing(name) not in (None, "forwarded")
        done = self.tried(allowed, essay_forwarding.unconfirm, self.round, self.person(name))
        if done and self.standing(name) == "confirmed":
            self.put(name, "passed")

    @rule(name=PEOPLE)
    def forward(self, name: str) -> None:
        draft = replace(essay_forwarding.start(self.store, self.round), recipient="Thành ủy")
        if self.tried(self.standing(name) == "confirmed", essay_forwarding.forward, draft, self.person(name)):
            self.put(name, "forwarded")
            self.lists[essay_forwarding.forwardings(self.store, self.round)[0].id] = name

    @rule(data=st.data())
    def take_back(self, data: st.DataObject) -> None:
        if self.lists:
            chosen = data.draw(st.sampled_from(sorted(self.lists)))
            essay_forwarding.take_back(self.store, chosen)
            self.put(self.lists.pop(chosen), "confirmed")

    @invariant()
    def states_are_those_of_the_model(self) -> None:
        for name in NAMES:
            if name == ESSAY_EXEMPT:
                assert self.listed(name).state is EssayState.EXEMPT
                continue
            expected = self.standing(name) or UNWRITTEN.get(name, EssayState.LATE)
            assert (name, self.listed(name).state) == (name, expected)
            assert len(self.listed(name).essays) == len(self.model[name])

    @invariant()
    def the_database_counts_as_the_rule_does(self) -> None:
        total = reports.summary(self.store, self.round).total
        states = Counter(each.state for each in essays.standings(self.store, self.round))
        assert total.passed == sum(states[each] for each in PASSED)
        assert total.unmarked_essays == sum(states[each] for each in HANDED_IN)
        assert total.rewrite == states[EssayState.REWRITE]
        missing = states[EssayState.LATE] + states[EssayState.DUE] + states[EssayState.NOT_DUE]
        assert total.missing_essays == missing

    def teardown(self) -> None:
        """Everything since the round was made can be taken back one by one."""
        while (last := journal.last(self.store)) and last.verb.startswith("essay."):
            journal.undo(self.store)
        assert all(not self.listed(name).essays for name in NAMES)
        self.store.close()


TestEssays = Essays.TestCase
TestEssays.settings = settings(max_examples=8, stateful_step_count=15, deadline=None)
