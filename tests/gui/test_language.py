"""The window in another language: nothing untranslated, nothing stale, and it opens."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import translations
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gallery_app.domain.arrangement import Grouping
from gallery_app.gui import language
from gallery_app.gui.language import localised, said
from gallery_app.gui.main_window import MainWindow
from gallery_app.gui.models.section_titles import section_title
from gallery_app.gui.models.words import fill, moment_words
from gallery_app.library import Library
from gallery_app.settings import Settings, load_settings, save_settings

GERMAN = translations.TRANSLATIONS / "handful_de.ts"
ENGLISH = translations.TRANSLATIONS / "handful_en.ts"


@pytest.fixture
def german(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QApplication]:
    """The application, speaking German as built from the sources."""
    translations.release(GERMAN, tmp_path / "handful_de.qm")
    monkeypatch.setattr(language, "_folder", lambda: str(tmp_path))
    before = QLocale()
    assert language.speak(qapp, "de") == "de"
    yield qapp
    QLocale.setDefault(before)
    for translator in qapp.findChildren(QTranslator):
        if translator.objectName() != "english":
            qapp.removeTranslator(translator)
            translator.deleteLater()


POLISH = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context><name>Wall</name><message numerus="yes">
<source>%Ln photos</source><translation><numerusform>%Ln zdjęcie</numerusform>
<numerusform>%Ln zdjęcia</numerusform><numerusform>%Ln zdjęć</numerusform></translation>
</message></context>
<context><name>Sentences</name><message numerus="yes">
<source>merged %1 groups</source><translation><numerusform>połączono %1 grupę</numerusform>
<numerusform>połączono %1 grupy</numerusform><numerusform>połączono %1 grup</numerusform>
</translation></message></context>
</TS>
"""
"""A language with three forms: 1; 2 to 4, 22, …; 5 to 21, 25, …"""


@pytest.fixture
def polish(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """A little Polish."""
    (tmp_path / "pl.ts").write_text(POLISH, encoding="utf-8")
    translations.release(tmp_path / "pl.ts", tmp_path / "pl.qm")
    before, translator = QLocale(), QTranslator()
    assert translator.load(str(tmp_path / "pl.qm"))
    qapp.installTranslator(translator)
    QLocale.setDefault(QLocale("pl"))
    yield
    QLocale.setDefault(before)
    qapp.removeTranslator(translator)


@pytest.mark.usefixtures("polish")
@pytest.mark.parametrize(
    ("number", "photos", "merged"),
    [
        (1, "1 zdjęcie", "połączono 1 grupę"),
        (3, "3 zdjęcia", "połączono 3 grupy"),
        (5, "5 zdjęć", "połączono 5 grup"),
        (22, "22 zdjęcia", "połączono 22 grupy"),
        (12_345, "12\xa0345 zdjęć", "połączono 12\xa0345 grup"),
    ],
)
def test_a_language_with_more_forms(number: int, photos: str, merged: str):
    assert QCoreApplication.translate("Wall", "%Ln photos", "", number) == photos
    assert said(f"merged {number:,} groups") == merged


def test_one_of_something_in_english():
    assert QCoreApplication.translate("Wall", "%Ln photos", "", 1) == "1 photo"
    assert QCoreApplication.translate("Wall", "%Ln photos", "", 1234) == "1,234 photos"


@pytest.mark.parametrize("known", [GERMAN, ENGLISH], ids=["German", "English"])
def test_every_word_of_the_window_is_translated(tmp_path: Path, known: Path):
    fresh = tmp_path / known.name
    fresh.write_bytes(known.read_bytes())
    translations.update(fresh)
    words = fresh.read_text(encoding="utf-8")
    untranslated = [
        message for message in words.split("<message>") if 'type="unfinished"' in message
    ]
    assert not untranslated, "run `make translations` and fill in what is unfinished"
    assert words == known.read_text(encoding="utf-8"), "run `make translations`"


def test_sentences_from_below_are_listed():
    listed = translations.SENTENCES.read_text(encoding="utf-8").splitlines()
    assert listed == translations.sentences(), "run `make translations`"


def test_the_window_speaks_german(
    qtbot: QtBot,
    german: QApplication,
    library: Library,
    open_window: Callable[[Library], MainWindow],
):
    window = open_window(library)
    window.gestures["review"].trigger()
    qtbot.waitUntil(lambda: window.models.review.total > 0)
    assert window.gestures["undo"].text() == "Rückgängig"
    tree = window.sidebar.tree.model()
    qtbot.waitUntil(lambda: tree.index(0, 0).data() == "Bibliothek")


def test_numbers_follow_the_language(german: QApplication):
    assert QCoreApplication.translate("Wall", "%Ln photos", "", 1234) == "1.234 Fotos"
    assert QCoreApplication.translate("Wall", "%Ln photos", "", 1) == "1 Foto"
    assert fill("{p:.1%} of {name}", p=0.125, name="a.b") == "12,5\xa0% of a.b"
    assert localised("+1,234.5") == "+1.234,5"
    assert moment_words("2024-05-11T12:30:00") == "11. Mai 2024, 12:30"
    assert section_title("2024-05-11", Grouping.DAY) == "Samstag, 11. Mai 2024"


def test_sentences_from_below_are_told_in_the_language(german: QApplication):
    assert said("There is no album “Best, 1.5”.") == "Es gibt kein Album „Best, 1.5“."
    assert said("Grouping photos") == "Gruppiert Fotos"
    assert said("yes to “Hat” for 1 photo") == "„Hat“ für 1 Foto: ja"
    assert said("accepted 1,200 suggestions") == "1.200 Vorschläge angenommen"
    both = "There is nothing to undo. There is no album “A”."
    assert said(both) == "Es gibt nichts rückgängig zu machen. Es gibt kein Album „A“."
    assert said("nobody ever said this") == "nobody ever said this"


def test_english_is_left_alone(qapp: QApplication):
    assert said("Grouping photos") == "Grouping photos"
    assert localised("1,234.5%") == "1,234.5%"


@pytest.mark.parametrize(
    ("wished", "code"), [(["de-AT", "de"], "de"), (["fr-FR", "de-DE"], "de"), (["fr"], "en")]
)
def test_the_language_of_the_system(monkeypatch: pytest.MonkeyPatch, wished: list[str], code: str):
    assert language._first_known(wished) == code


def test_the_choice_is_kept(tmp_path: Path):
    save_settings(tmp_path, Settings(language="de"))
    assert load_settings(tmp_path).language == "de"
