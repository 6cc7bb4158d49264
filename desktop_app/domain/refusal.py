"""The one error the clerk is meant to read. Anything else that is raised is a bug."""


class Refusal(Exception):
    """One Vietnamese sentence that says what is wrong and what to do; nothing was written."""


class Cancelled(Exception):
    """The clerk pressed "Dừng"; raised out of a progress call, so that nothing half done is kept."""
