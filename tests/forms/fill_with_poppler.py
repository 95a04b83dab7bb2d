"""Fills in a form with poppler, as Evince and Okular do: fill_with_poppler.py FORM ANSWERS OUT.

Runs with the Python of the system, for which Debian has the bindings of poppler
(`gir1.2-poppler-0.18`); without arguments it prints the version.
"""

import json
import pathlib
import sys
from typing import Any

import gi

gi.require_version("Poppler", "0.18")
from gi.repository import Poppler  # noqa: E402  (only after its version is chosen)


def enter(field: Poppler.FormField, answer: Any) -> None:
    kind = field.get_field_type()
    if kind == Poppler.FormFieldType.TEXT:
        field.text_set_text(answer)
    elif kind == Poppler.FormFieldType.CHOICE:
        words = [field.choice_get_item(index) for index in range(field.choice_get_n_items())]
        field.choice_select_item(words.index(answer))
    elif answer is True or field.get_alternate_ui_name() == answer["word"]:
        field.button_set_state(True)


def main() -> None:
    form, answers, out = sys.argv[1:]
    given = json.loads(pathlib.Path(answers).read_text(encoding="utf-8"))
    document = Poppler.Document.new_from_file(pathlib.Path(form).absolute().as_uri(), None)
    for number in range(document.get_n_pages()):
        for mapping in document.get_page(number).get_form_field_mapping():
            name = mapping.field.get_name()
            if name in given:
                enter(mapping.field, given[name])
    document.save(pathlib.Path(out).absolute().as_uri())


if len(sys.argv) == 1:
    print(Poppler.get_version())
else:
    main()
