"""Which documents the program can print."""

from desktop_app.commands.command import Answer, Call, Command, Json
from desktop_app.commands.lines import table


def run(call: Call) -> Answer:
    from desktop_app.forms.documents import FORMS

    listed: list[Json] = [
        {
            "id": form.id,
            "title": form.title,
            "group": form.group,
            "kind": form.kind,
            "scopes": list(form.scopes),
            "outputs": list(form.outputs),
        }
        for form in FORMS
    ]
    rows = ((form.id, form.title, ", ".join(form.scopes)) for form in FORMS)
    return Answer(data={"forms": listed}, lines=table(("Mã biểu", "Tên biểu", "Phạm vi"), rows))


COMMAND = Command(words=("forms",), summary="xem các biểu in được", run=run)
