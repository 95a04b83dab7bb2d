"""The data of an agreement as types, for an editor that completes the keys of a dict.

    from vereinbar import types
    traeger: types.Partei = {"name": "Beispielträger Jugendhilfe gGmbH"}

Every part may be missing or None, except "art". The texts are the schema's.

Generated from schema/vereinbarung.schema.json; `make update` writes it anew.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Literal, TypedDict

__all__ = [
    "Abwesenheit",
    "Abzug",
    "Ags",
    "Akten",
    "Angebotsform",
    "Anlage",
    "Anschrift",
    "Art",
    "Aufnahme",
    "BeidseitigKriterium",
    "BeidseitigMassnahme",
    "BeidseitigZielueberpruefung",
    "Bestandteilart",
    "Bestimmung",
    "Betrag",
    "Betriebserlaubnis",
    "Bezug",
    "Bezugsgroesse",
    "Bezugszeitraum",
    "Datum",
    "Einrichtung",
    "Einzelentgelt",
    "Entgeltbestandteil",
    "Entgeltschritt",
    "Entgeltvereinbarung",
    "Ergebnis",
    "Fachleistungsstunde",
    "Foerderung",
    "Fortsetzung",
    "Fuehrungszeugnisse",
    "Gefaehrdungsabgrenzung",
    "Gespraechstermin",
    "Gruppe",
    "Hauptbeleger",
    "Hilfeart",
    "Hilfeartcode",
    "Indikator",
    "InsoweitErfahreneFachkraft",
    "Investitionszustimmung",
    "Jahresarbeitszeit",
    "Jahresbudget",
    "Kostenart",
    "Kostenposition",
    "Kriterium",
    "Kuendigung",
    "Leistungen",
    "Leistungsangebot",
    "Leistungsvereinbarung",
    "LeqVereinbarung",
    "Massnahme",
    "Massnahmenstand",
    "Massstab",
    "Massstabscode",
    "Meldeweg",
    "Mengeneinheit",
    "Minderzeit",
    "OeffentlicheStelle",
    "Partei",
    "Pauschale",
    "Person",
    "Personalausstattung",
    "Personalbereich",
    "Personenkreis",
    "Plz",
    "Prozessphase",
    "Prozessschritt",
    "Pruefung",
    "Qualitaetsdimension",
    "Qualitaetsentwicklung",
    "Qualitaetsentwicklungsvereinbarung",
    "Rahmenbedingung",
    "Rahmenbedingungsart",
    "Rahmenbedingungseinheit",
    "Rahmenvertrag",
    "Rechtsgrundlage",
    "Rundung",
    "Rundungsmodus",
    "Rundungszeitpunkt",
    "Schiedsstelle",
    "Schlussbestimmungen",
    "Schutz",
    "Stelle",
    "Stundenzeitraum",
    "Tagessatz",
    "Traegergespraeche",
    "Unterzeichnende",
    "Unterzeichnung",
    "Vereinbarung",
    "Vereinbarungsteil",
    "Vordruck",
    "Vorgaenger",
    "Zahl",
    "Zeitangabe",
    "Zeitraum",
    "Ziel",
    "Zielerreichung",
    "Zielueberpruefung",
]

Art = Literal["qualitaetsentwicklungsvereinbarung", "leq_vereinbarung"]
"""Art der Vereinbarung."""

Datum = str | date
"""Datum.

Ein Kalendertag zwischen 1900 und 2199 in der Form JJJJ-MM-TT (ISO 8601), zum Beispiel 2027-06-30.
"""

Ags = str
"""Amtlicher Gemeindeschlüssel.

5 Ziffern für einen Kreis oder 8 Ziffern für eine Gemeinde.
"""

Plz = str
"""Postleitzahl.

Postleitzahl, als Text mit fünf Ziffern.
"""

Hilfeartcode = Literal[
    "sgb_viii_13_3",
    "sgb_viii_18",
    "sgb_viii_19",
    "sgb_viii_20",
    "sgb_viii_21",
    "sgb_viii_27",
    "sgb_viii_27_2",
    "sgb_viii_28",
    "sgb_viii_29",
    "sgb_viii_30",
    "sgb_viii_31",
    "sgb_viii_32",
    "sgb_viii_33",
    "sgb_viii_34",
    "sgb_viii_35",
    "sgb_viii_35a",
    "sgb_viii_41",
    "sgb_viii_41a",
    "sgb_viii_42",
    "sgb_viii_42a",
]
"""Katalog der Hilfearten.

Vorschriften des SGB VIII, nach denen Leistungen gewährt werden.
"""

Qualitaetsdimension = Literal["ergebnisqualitaet", "prozessqualitaet", "strukturqualitaet"]
"""Qualitätsdimension.

Zentrale Dimension von Qualität: Ergebnis-, Prozess- oder Strukturqualität.

Ergebnisqualität: Dieses Feld ist anzukreuzen, wenn die Vereinbarungspartner vor allem die
Ergebnisse und Wirksamkeit der ambulanten Hilfen zur Erziehung gemeinsam weiterentwickeln wollen.

Prozessqualität: Dieses Feld ist anzukreuzen, wenn die gemeinsame Qualitätsentwicklung auf eine
Verbesserung des Prozesses der Hilfeplanung und der Leistungserbringung zielt (z.B. Kernprozesse:
Fallannahme/-übernahme/Hilfedurchführung/Beendigung der Hilfe, Schnittstellenmanagement,
Dokumentation/Berichtswesen, Krisen- und Beschwerdemanagement, Verankerung von Beteiligung oder
kollegialer Beratung o. ä.).

Strukturqualität: Dieses Feld ist anzukreuzen, wenn die Vereinbarungspartner mit den Maßnahmen zur
Qualitätsentwicklung vor allem die organisatorische (z. B. Organisation/Konzeption des
Leistungsanbieters), personelle (z. B. Qualifikation, Supervision, Fortbildung, Zusatzausbildung,
Vertretungsregelungen etc.) und sachliche Ausstattung (Räumlichkeiten, Kommunikationstechnik,
Mobilität etc.) für die Leistungserbringung anpassen wollen.
"""

Massstabscode = Literal[
    "kinderrechte",
    "partizipation",
    "ressourcenorientierung",
    "sozialraumorientierung",
    "interkulturelle_kompetenz",
    "gender_mainstreaming",
    "wirkungsorientierung",
    "rechte_in_einrichtungen",
    "schutz_vor_gewalt_und_ausbeutung",
    "inklusive_ausrichtung",
    "beduerfnisse_junger_menschen_mit_behinderungen",
    "gefaehrdungseinschaetzung",
    "zusammenarbeit",
]
"""Katalog der Grundsätze und Maßstäbe.

Grundsätze und Maßstäbe der Qualität, die der Vordruck oder das Gesetz nennt.
"""

Zahl = str | Decimal
"""Zahl.

Zahl mit höchstens vier Nachkommastellen, als Text mit Punkt: 7.8.
"""

Zeitangabe = str | date
"""Zeitangabe.

Ein Tag in der Form JJJJ-MM-TT oder eine Zeit in Worten, zum Beispiel „3. Quartal 2027“ oder
„fortlaufend“. Wo die Worte einen Tag, einen Monat, ein Quartal oder ein Halbjahr nennen, zählt
dessen letzter Tag als Frist.
"""

Massnahmenstand = Literal["entfallen", "offen", "verschoben", "laufend", "erledigt"]
"""Stand der Maßnahme.

Wie weit eine Maßnahme ist.
"""

Zielerreichung = Literal["erreicht", "teilweise_erreicht", "nicht_erreicht", "offen"]
"""Grad der Zielerreichung.

Wie weit ein Ziel erreicht ist.
"""

Rechtsgrundlage = Literal["sgb_viii_77", "sgb_viii_78b"]
"""Rechtsgrundlage.

Worauf eine Vereinbarung zwischen öffentlichem Träger und Leistungserbringer beruht.

§ 77 SGB VIII (ambulante Leistungen): Vereinbarungen über Kostenübernahme und Qualitätsentwicklung
bei ambulanten Leistungen.

§ 78b SGB VIII (teilstationäre und stationäre Leistungen): Leistungs-, Entgelt- und
Qualitätsentwicklungsvereinbarung für teilstationäre und stationäre Leistungen.
"""

OeffentlicheStelle = Literal["jugendamt", "kommission", "landesbehoerde"]
"""Abschließende Stelle.

Wer auf der öffentlichen Seite abschließt.
"""

Angebotsform = Literal["stationaer", "teilstationaer", "ambulant"]
"""Form des Angebots.

Ob die Leistung stationär, teilstationär oder ambulant erbracht wird.
"""

Prozessphase = Literal[
    "anfrage",
    "aufnahme",
    "hilfeplanung",
    "erziehungsplanung",
    "berichte",
    "fortschreibung",
    "krise",
    "beendigung",
    "nachbetreuung",
]
"""Phase des Hilfeprozesses.

Die Phasen des Hilfeprozesses in ihrer Reihenfolge.
"""

Personalbereich = Literal[
    "paedagogik",
    "fachdienst",
    "leitung",
    "verwaltung",
    "hauswirtschaft",
    "sonstige",
]
"""Arbeitsbereich.

Arbeitsbereich einer Stelle.
"""

Rahmenbedingungsart = Literal[
    "supervision",
    "fortbildung",
    "kollegiale_beratung",
    "teamzeit",
    "einarbeitung",
    "sonstige",
]
"""Art der Rahmenbedingung.

Womit der Träger die Qualität der Arbeit sichert.
"""

Rahmenbedingungseinheit = Literal["stunden", "tage", "termine"]
"""Einheit einer Rahmenbedingung.

Wovon eine Menge vereinbart ist.
"""

Bezugsgroesse = Literal["fachkraft", "vollzeitstelle", "team", "einrichtung"]
"""Bezugsgröße.

Wem eine Menge zusteht.
"""

Bezugszeitraum = Literal["woche", "monat", "quartal", "jahr"]
"""Bezugszeitraum.

In welchem Zeitraum eine Menge zusteht.
"""

Bestandteilart = Literal["grundleistung", "zusatzleistung", "investition", "nebenleistung"]
"""Art des Entgeltbestandteils.

Wofür ein Bestandteil des Entgelts gezahlt wird.
"""

Kostenart = Literal[
    "paedagogik",
    "fachdienst",
    "leitung",
    "verwaltung",
    "hauswirtschaft",
    "sonstiges_personal",
    "personalnebenkosten",
    "sachkosten",
    "abschreibung",
    "miete",
    "zinsen",
    "instandhaltung",
]
"""Kostenart.

Arten von Kosten.
"""

Mengeneinheit = Literal[
    "vollzeitstellen",
    "stunden",
    "tage",
    "monate",
    "plaetze",
    "quadratmeter",
    "kilometer",
    "stueck",
]
"""Einheit der Menge.

Was die Menge einer Kostenposition zählt.
"""

Betrag = str | Decimal
"""Betrag.

Betrag in Euro mit höchstens zwei Nachkommastellen, als Text mit Punkt: 1243.95.
"""

Stundenzeitraum = Literal["jahr", "monat"]
"""Zeitraum der Netto-Stunden.

Für welchen Zeitraum Stunden gelten.
"""

Rundungsmodus = Literal["kaufmaennisch", "aufrunden"]
"""Modus der Rundung.

Wie gerundet wird.

kaufmännisch: Ab der Hälfte wird aufgerundet.

aufrunden: Immer zur nächsthöheren Stelle.
"""

Rundungszeitpunkt = Literal["je_bestandteil", "gesamt"]
"""Zeitpunkt der Rundung.

Was gerundet wird.

je Bestandteil: Jeder Bestandteil einmal am Ende; die Summe ist die der gerundeten Beträge.

gesamt: Nur die Summe, auch aus vereinbarten Bestandteilen; berechnete Bestandteile werden für den
Druck gerundet.
"""

Vereinbarungsteil = Literal[
    "leistungsvereinbarung",
    "qualitaetsentwicklungsvereinbarung",
    "entgeltvereinbarung",
]
"""Teil der Vereinbarung.

Für welchen Teil etwas gilt.
"""


class _QualitaetsentwicklungsvereinbarungRequired(TypedDict):
    art: Literal["qualitaetsentwicklungsvereinbarung"]
    """Art der Vereinbarung.

    Kennzeichen dieses Dokuments.
    """


class Qualitaetsentwicklungsvereinbarung(_QualitaetsentwicklungsvereinbarungRequired, total=False):
    """Qualitätsentwicklungsvereinbarung.

    Die Qualitätsentwicklungsvereinbarung dokumentiert das Ergebnis des bilateralen
    Qualitätsdialogs zwischen dem Jugendamt als öffentlichem Träger und einem Leistungserbringer.
    Pro Qualitätsdimension und -maßstab ist ein Vordruck auszufüllen.
    """

    fassung: int | None
    """Fassung.

    Fassung des Datenformats. Fehlt sie, gilt die neueste.
    """
    aktenzeichen: str | None
    """Aktenzeichen.

    Aktenzeichen des Jugendamts.
    """
    stand: Datum | None
    """Stand.

    Tag, dessen Stand die Daten wiedergeben; er wird das Datum des Dokuments.
    """
    jugendamt: Partei | None
    """Jugendamt.

    Das Jugendamt als öffentlicher Träger.
    """
    traeger: Partei | None
    """Träger der freien Jugendhilfe.

    Der Träger der freien Jugendhilfe als Leistungserbringer.
    """
    vereinbarungszeitraum: Zeitraum | None
    """Vereinbarungszeitraum.

    Vereinbarungszeitraum (Datum von – bis).
    """
    angebot: str | None
    """Angebot.

    Das Angebot des Trägers, für das die Vereinbarung gilt, wo sie nicht für alle gilt.
    """
    hilfearten: list[Hilfeart] | None
    """Hilfearten.

    Die ambulanten Hilfen zur Erziehung, für die die Vereinbarung gilt, wo sie nicht für alle
    gilt.
    """
    qualitaetsdimensionen: list[Qualitaetsdimension] | None
    """Qualitätsdimensionen.

    Welche zentrale Dimension von Qualität soll weiter entwickelt werden? Pro Qualitätsdimension
    ist ein Vordruck auszufüllen.
    """
    grundsaetze_und_massstaebe: list[Massstab] | None
    """Grundsätze und Maßstäbe.

    Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet? Hier ist zu vermerken, auf
    welche fachlichen Leitlinien bzw. auf welche konkreten Qualitätskriterien von Ergebnis-,
    Prozess- und Strukturqualität sich die Maßnahmen zur Qualitätsentwicklung beziehen.
    """
    ziele: list[Ziel] | None
    """Ziele.

    Empfohlen wird, die Ziele, Maßnahmen und Auswertungsverfahren zur Qualitätsentwicklung
    möglichst konkret miteinander zu vereinbaren und sich lieber auf wenige detaillierte als auf
    mehrere, aber weniger spezifizierte Zielsetzungen zu verständigen.
    """
    fortsetzung: Fortsetzung | None
    """Fortsetzung des Qualitätsdialogs.

    Wie die Fortsetzung des Qualitätsdialogs erfolgt.
    """
    unterzeichnung: Unterzeichnung | None
    """Unterzeichnung.

    Ort, Datum und Unterschriften beider Seiten.
    """


class Partei(TypedDict, total=False):
    """Partei.

    Eine der beiden Seiten der Vereinbarung: der öffentliche Träger oder der Träger der freien
    Jugendhilfe.
    """

    name: str | None
    """Name.

    Name, wie er in der Vereinbarung stehen soll.
    """
    rechtsform: str | None
    """Rechtsform.

    Rechtsform, soweit sie nicht schon im Namen steht, zum Beispiel „eingetragener Verein“.
    """
    ags: Ags | None
    """Amtlicher Gemeindeschlüssel.

    Amtlicher Gemeindeschlüssel der Gebietskörperschaft: 5 Ziffern für einen Kreis, 8 Ziffern für
    eine Gemeinde.
    """
    anschrift: Anschrift | None
    """Anschrift.

    Postanschrift der Partei.
    """
    vertreten_durch: list[Person] | None
    """Vertreten durch.

    Wer die Partei vertritt: eine oder mehrere Personen mit ihrer Funktion.
    """


class Anschrift(TypedDict, total=False):
    """Anschrift.

    Postanschrift einer Partei.
    """

    strasse: str | None
    """Straße und Hausnummer.

    Straße mit Hausnummer, oder Postfach.
    """
    zusatz: str | None
    """Zusatz.

    Weitere Zeile der Anschrift, zum Beispiel Gebäude oder Abteilung.
    """
    plz: Plz | None
    """Postleitzahl.

    Postleitzahl, als Text mit fünf Ziffern.
    """
    ort: str | None
    """Ort.

    Name des Ortes.
    """


class Person(TypedDict, total=False):
    """Person.

    Eine Person, die für eine Partei handelt oder unterzeichnet.
    """

    name: str | None
    """Name.

    Vor- und Nachname.
    """
    funktion: str | None
    """Funktion.

    Funktion, in der die Person handelt, zum Beispiel „Jugendamtsleitung“ oder „Geschäftsführung“.
    """


class Zeitraum(TypedDict, total=False):
    """Zeitraum.

    Datum von – bis; beide Tage gehören dazu.
    """

    von: Datum | None
    """von.

    Erster Tag des Zeitraums.
    """
    bis: Datum | None
    """bis.

    Letzter Tag des Zeitraums.
    """


class Hilfeart(TypedDict, total=False):
    """Hilfeart.

    Nach welcher Vorschrift eine Leistung gewährt wird: entweder ein Eintrag des Katalogs (code)
    oder eine eigene Angabe (bezeichnung).
    """

    code: Hilfeartcode | None
    """Code.

    Eintrag des Katalogs.
    """
    bezeichnung: str | None
    """Bezeichnung.

    Eigene Angabe in Worten, wenn der Katalog keinen passenden Eintrag hat, zum Beispiel eine
    Vorschrift des Landesrechts.
    """


class Massstab(TypedDict, total=False):
    """Grundsatz oder Maßstab der Qualität.

    Ein Grundsatz oder Maßstab der Qualität, der im Vereinbarungszeitraum weiterentwickelt werden
    soll: entweder ein Eintrag des Katalogs (code) oder ein eigener (bezeichnung).
    """

    code: Massstabscode | None
    """Code.

    Eintrag des Katalogs; damit wird eine vereinbarungsübergreifende Auswertung möglich.
    """
    bezeichnung: str | None
    """Bezeichnung.

    Eigener Grundsatz oder Maßstab in Worten, wenn der Katalog keinen passenden Eintrag hat.
    """


class Ziel(TypedDict, total=False):
    """Ziel.

    Ein Ziel im Hinblick auf eine Verbesserung für die Leistungsberechtigten, mit dem, was beide
    Partner dazu vereinbaren.
    """

    ziel: str | None
    """Ziel.

    Welche Verbesserung für die Leistungsberechtigten soll mit der Weiterentwicklung der
    Leistungserbringung erreicht werden?
    """
    kriterien: BeidseitigKriterium | None
    """Kriterien zur Zielerreichung.

    Woran erkennen wir, dass das Ziel erreicht wurde?
    """
    massnahmen: BeidseitigMassnahme | None
    """Maßnahmen und Verfahren zur Zielerreichung.

    Wer macht was bis wann? Mit welchen Maßnahmen und Verfahren beide Partner jeweils zur
    Weiterentwicklung der Qualität und zur Umsetzung des Ziels beitragen.
    """
    zielueberpruefung: BeidseitigZielueberpruefung | None
    """Vereinbarungen zur Zielüberprüfung.

    Wie und wann überprüfen wir die Zielerreichung? Mithilfe welcher Kriterien und Instrumente die
    Zielerreichung nach dem Vereinbarungszeitraum gemeinsam evaluiert und bewertet werden soll.
    """
    ergebnis: Ergebnis | None
    """Ergebnis.

    Was aus dem Ziel geworden ist; steht nach der Zielüberprüfung fest.
    """


class BeidseitigKriterium(TypedDict, total=False):
    """Beide Seiten.

    Je eine Liste für den öffentlichen und für den freien Träger: Als wechselseitige Vereinbarung
    dokumentiert sie sowohl die Beiträge des Leistungserbringers als auch die des öffentlichen
    Trägers zur Qualitätsentwicklung.
    """

    oeffentlicher_traeger: list[Kriterium] | None
    """Öffentlicher Träger.

    Was der öffentliche Träger beiträgt.
    """
    freier_traeger: list[Kriterium] | None
    """Freier Träger.

    Was der freie Träger beiträgt.
    """


class Kriterium(TypedDict, total=False):
    """Kriterium.

    Woran erkennen wir, dass das Ziel erreicht wurde?
    """

    woran: str | None
    """Woran.

    Woran zu erkennen ist, dass das Ziel erreicht wurde.
    """
    indikator: Indikator | None
    """Indikator.

    Die Zahl, an der das Kriterium gemessen wird, wo es eine gibt.
    """


class Indikator(TypedDict, total=False):
    """Indikator.

    Eine Zahl, an der ein Kriterium gemessen wird: wo sie steht, wohin sie soll, was gemessen
    wurde.
    """

    einheit: str | None
    """Einheit.

    Worin die Zahlen gemessen werden, zum Beispiel „%“ oder „Tage“.
    """
    ausgangswert: Zahl | None
    """Ausgangswert.

    Die Zahl zu Beginn des Vereinbarungszeitraums.
    """
    zielwert: Zahl | None
    """Zielwert.

    Die Zahl, bei der das Kriterium erfüllt ist.
    """
    istwert: Zahl | None
    """Istwert.

    Die Zahl, die bei der Zielüberprüfung gemessen wurde.
    """
    quelle: str | None
    """Quelle.

    Woher die Zahlen stammen, zum Beispiel „Aktenstichprobe“.
    """
    stichtag: Datum | None
    """Stichtag.

    Tag, dessen Stand der Istwert wiedergibt.
    """


class BeidseitigMassnahme(TypedDict, total=False):
    """Beide Seiten.

    Je eine Liste für den öffentlichen und für den freien Träger: Als wechselseitige Vereinbarung
    dokumentiert sie sowohl die Beiträge des Leistungserbringers als auch die des öffentlichen
    Trägers zur Qualitätsentwicklung.
    """

    oeffentlicher_traeger: list[Massnahme] | None
    """Öffentlicher Träger.

    Was der öffentliche Träger beiträgt.
    """
    freier_traeger: list[Massnahme] | None
    """Freier Träger.

    Was der freie Träger beiträgt.
    """


class Massnahme(TypedDict, total=False):
    """Maßnahme.

    Wer macht was bis wann?
    """

    wer: str | None
    """Wer.

    Wer macht es? Zum Beispiel eine Funktion oder ein Team.
    """
    was: str | None
    """Was.

    Was wird gemacht: die Maßnahme oder das Verfahren, möglichst konkret.
    """
    bis: Zeitangabe | None
    """Bis.

    Bis wann ist es gemacht? Ein Tag oder eine Zeit in Worten, zum Beispiel „3. Quartal 2027“ oder
    „fortlaufend“.
    """
    stand: Massnahmenstand | None
    """Stand.

    Wie weit die Maßnahme ist.
    """
    erledigt_am: Datum | None
    """Erledigt am.

    Tag, an dem sie erledigt war.
    """
    neue_frist: Zeitangabe | None
    """Neue Frist.

    Bis wann eine verschobene Maßnahme nun gemacht ist.
    """
    grund: str | None
    """Grund.

    Warum die Maßnahme verschoben ist oder entfällt.
    """


class BeidseitigZielueberpruefung(TypedDict, total=False):
    """Beide Seiten.

    Je eine Liste für den öffentlichen und für den freien Träger: Als wechselseitige Vereinbarung
    dokumentiert sie sowohl die Beiträge des Leistungserbringers als auch die des öffentlichen
    Trägers zur Qualitätsentwicklung.
    """

    oeffentlicher_traeger: list[Zielueberpruefung] | None
    """Öffentlicher Träger.

    Was der öffentliche Träger beiträgt.
    """
    freier_traeger: list[Zielueberpruefung] | None
    """Freier Träger.

    Was der freie Träger beiträgt.
    """


class Zielueberpruefung(TypedDict, total=False):
    """Vereinbarung zur Zielüberprüfung.

    Wie und wann überprüfen wir die Zielerreichung?
    """

    wie: str | None
    """Wie.

    Mit welchem Instrument oder Verfahren die Zielerreichung überprüft wird.
    """
    wann: Zeitangabe | None
    """Wann.

    Wann die Zielerreichung überprüft wird: ein Tag oder ein Zeitraum in Worten, zum Beispiel
    „November 2027 und November 2028“.
    """


class Ergebnis(TypedDict, total=False):
    """Ergebnis.

    Was aus einem Ziel geworden ist, gemeinsam bewertet nach dem Vereinbarungszeitraum.
    """

    grad: Zielerreichung | None
    """Grad der Zielerreichung.

    Wie weit das Ziel erreicht ist.
    """
    text: str | None
    """Text der Bewertung.

    Woran beide Seiten das Ergebnis erkennen.
    """
    folge: str | None
    """Folge.

    Was aus dem Ergebnis folgt, zum Beispiel ein neues Ziel oder eine Änderung der Leistung.
    """
    datum: Datum | None
    """Datum der Bewertung.

    Tag der gemeinsamen Bewertung.
    """


class Fortsetzung(TypedDict, total=False):
    """Fortsetzung des Qualitätsdialogs.

    Wie die Fortsetzung des Qualitätsdialogs erfolgt.
    """

    am: Zeitangabe | None
    """Am.

    Der Qualitätsdialog wird fortgesetzt am … Ein Tag oder eine Zeit in Worten, zum Beispiel
    „Herbst 2028“.
    """
    einladung_durch: str | None
    """Einladung durch.

    Die Einladung erfolgt durch …
    """
    gespraechsgrundlagen: list[str] | None
    """Gesprächsgrundlagen.

    Als Gesprächsgrundlage werden herangezogen …
    """


class Unterzeichnung(TypedDict, total=False):
    """Unterzeichnung.

    Ort, Datum, und wer für beide Seiten unterzeichnet.
    """

    ort: str | None
    """Ort.

    Ort der Unterzeichnung für alle, bei denen kein eigener steht.
    """
    datum: Datum | None
    """Datum.

    Tag der Unterzeichnung für alle, bei denen kein eigener steht.
    """
    oeffentlicher_traeger: list[Unterzeichnende] | None
    """Öffentlicher Träger.

    Wer für den öffentlichen Jugendhilfeträger unterzeichnet, eine oder mehrere Personen.
    """
    freier_traeger: list[Unterzeichnende] | None
    """Freier Träger.

    Wer für den Träger der freien Jugendhilfe unterzeichnet, eine oder mehrere Personen.
    """


class Unterzeichnende(TypedDict, total=False):
    """Unterzeichnende Person.

    Wer unterzeichnet, und wo und wann, wenn es nicht dort und dann ist, wo alle unterzeichnen.
    """

    name: str | None
    """Name.

    Vor- und Nachname.
    """
    funktion: str | None
    """Funktion.

    Funktion, in der die Person unterzeichnet, zum Beispiel „Jugendamtsleitung“ oder
    „Geschäftsführung“.
    """
    ort: str | None
    """Ort.

    Ort, an dem sie unterzeichnet. Fehlt er, gilt der Ort der Unterzeichnung.
    """
    datum: Datum | None
    """Datum.

    Tag, an dem sie unterzeichnet. Fehlt er, gilt das Datum der Unterzeichnung.
    """


class _LeqVereinbarungRequired(TypedDict):
    art: Literal["leq_vereinbarung"]
    """Art der Vereinbarung.

    Kennzeichen dieses Dokuments.
    """


class LeqVereinbarung(_LeqVereinbarungRequired, total=False):
    """Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung.

    Die Vereinbarung zwischen dem öffentlichen Träger und dem Träger einer Einrichtung in drei
    Teilen und ihren Anlagen: Leistungsvereinbarung, Qualitätsentwicklungsvereinbarung,
    Entgeltvereinbarung. Das Entgelt steht am Ende; es folgt aus den beiden anderen Teilen.
    """

    fassung: int | None
    """Fassung.

    Fassung des Datenformats. Fehlt sie, gilt die neueste.
    """
    aktenzeichen: str | None
    """Aktenzeichen.

    Aktenzeichen oder Vertragsnummer; steht auf jeder Seite.
    """
    stand: Datum | None
    """Stand.

    Tag, dessen Stand die Daten wiedergeben; er wird das Datum des Dokuments.
    """
    rechtsgrundlagen: list[Rechtsgrundlage] | None
    """Rechtsgrundlagen.

    Worauf die Vereinbarung beruht: § 77, § 78b SGB VIII oder beide, wenn sie ambulante und
    stationäre Leistungen regelt. Danach richtet sich, was geprüft und gedruckt wird.
    """
    wirksam_ab: Datum | None
    """Wirksam ab.

    Tag, zu dem die Vereinbarung in Kraft tritt.
    """
    oeffentliche_stelle: OeffentlicheStelle | None
    """Öffentliche Stelle.

    Wer auf der öffentlichen Seite abschließt.
    """
    oeffentlicher_traeger: Partei | None
    """Öffentlicher Träger.

    Der öffentliche Träger der Jugendhilfe: Jugendamt, Kommission oder Landesbehörde.
    """
    traeger: Partei | None
    """Träger der Einrichtung.

    Der Träger der freien Jugendhilfe oder ein anderer Träger, dessen Einrichtung die Leistung
    erbringt.
    """
    verband: Partei | None
    """Verband.

    Der Verband, wenn er die Vereinbarung für den Träger schließt.
    """
    vorgaenger: Vorgaenger | None
    """Vorgänger.

    Die Vereinbarung, an deren Stelle diese tritt oder die sie ändert.
    """
    rahmenvertrag: Rahmenvertrag | None
    """Rahmenvertrag.

    Ein Rahmenvertrag des Landes, auf den sich die Vereinbarung bezieht.
    """
    hauptbeleger: Hauptbeleger | None
    """Hauptbeleger.

    Ein anderer örtlicher Träger, der die Einrichtung überwiegend belegt und deshalb zu hören ist.
    """
    verhandlungsaufforderung_am: Datum | None
    """Verhandlungsaufforderung am.

    Tag, an dem eine Partei die andere schriftlich zu Verhandlungen aufgefordert hat. Er wird nur
    gedruckt, wenn die Schiedsstelle angerufen ist.
    """
    schiedsstelle: Schiedsstelle | None
    """Schiedsstelle.

    Angaben, wenn die Schiedsstelle angerufen ist.
    """
    praeambel: list[str] | None
    """Präambel.

    Was die Parteien der Vereinbarung voranstellen, ein Absatz je Eintrag.
    """
    ziel: str | None
    """Ziel der Vereinbarung.

    Was die Parteien mit der Vereinbarung erreichen wollen. Fehlt der Text, steht dort der Satz,
    mit dem die dreiteilige Vereinbarung eingeführt wurde.
    """
    einrichtung: Einrichtung | None
    """Einrichtung.

    Die Einrichtung oder der Dienst, um dessen Leistung es geht.
    """
    leistungsangebot: Leistungsangebot | None
    """Leistungsangebot.

    Das Angebot, für das die Vereinbarung gilt, mit Gruppen und Plätzen.
    """
    leistungsvereinbarung: Leistungsvereinbarung | None
    """Teil I: Leistungsvereinbarung.

    Inhalt, Umfang und Qualität des Leistungsangebots.
    """
    qualitaetsentwicklungsvereinbarung: Qualitaetsentwicklung | None
    """Teil II: Qualitätsentwicklungsvereinbarung.

    Grundsätze und Maßstäbe für die Bewertung der Qualität, und Maßnahmen zu ihrer Gewährleistung.
    """
    entgeltvereinbarung: Entgeltvereinbarung | None
    """Teil III: Entgeltvereinbarung.

    Differenzierte Entgelte für das Leistungsangebot und die betriebsnotwendigen Investitionen.
    """
    schlussbestimmungen: Schlussbestimmungen | None
    """Schlussbestimmungen.

    Kündigung und weitere Bestimmungen.
    """
    anlagen: list[Anlage] | None
    """Anlagen.

    Die Anlagen der Vereinbarung. Kalkulation und Vordrucke zur Qualitätsentwicklung kommen von
    selbst hinzu.
    """
    kalkulation_verbindlich: bool | None
    """Kalkulation verbindlich.

    Ob die Kalkulation (Anlage K) Bestandteil der Vereinbarung ist. Fehlt die Angabe: ja; sonst
    steht sie zur Erläuterung da.
    """
    unterzeichnung: Unterzeichnung | None
    """Unterzeichnung.

    Ort, Datum und Unterschriften beider Seiten.
    """


class Vorgaenger(TypedDict, total=False):
    """Vorgänger.

    Die Vereinbarung, an deren Stelle diese tritt oder die sie ändert.
    """

    ist_nachtrag: bool | None
    """Ist Nachtrag.

    Ob diese Vereinbarung die frühere nur ändert und sie im Übrigen fortgilt. Fehlt die Angabe,
    tritt sie an deren Stelle.
    """
    aktenzeichen: str | None
    """Aktenzeichen.

    Ihr Aktenzeichen oder ihre Vertragsnummer.
    """
    vom: Datum | None
    """Vereinbarung vom.

    Tag, an dem sie geschlossen ist.
    """


class Rahmenvertrag(TypedDict, total=False):
    """Rahmenvertrag.

    Ein Rahmenvertrag des Landes nach § 78f SGB VIII.
    """

    gilt: bool | None
    """Gilt.

    Ob für diese Vereinbarung ein Rahmenvertrag gilt. Bei „nein“ wird das gesagt, und die übrigen
    Angaben entfallen.
    """
    bezeichnung: str | None
    """Bezeichnung.

    Name des Rahmenvertrags.
    """
    stand: Datum | None
    """Stand.

    Tag, dessen Fassung gilt.
    """
    beigetreten: bool | None
    """Beigetreten.

    Ob der Träger dem Rahmenvertrag beigetreten ist.
    """


class Hauptbeleger(TypedDict, total=False):
    """Hauptbeleger.

    Ein anderer örtlicher Träger, der die Einrichtung überwiegend belegt. Er ist zu hören (§ 78e
    Abs. 2 SGB VIII).
    """

    name: str | None
    """Name.

    Wer die Einrichtung überwiegend belegt.
    """
    gehoert_am: Datum | None
    """Gehört am.

    Tag, an dem er gehört wurde.
    """
    stellungnahme: str | None
    """Stellungnahme.

    Was er dazu gesagt hat, kurz.
    """


class Schiedsstelle(TypedDict, total=False):
    """Schiedsstelle.

    Angaben zum Verfahren vor der Schiedsstelle nach § 78g SGB VIII.
    """

    antrag_eingang: Datum | None
    """Eingang des Antrags.

    Tag, an dem der Antrag bei der Schiedsstelle eingegangen ist.
    """
    entscheidung_am: Datum | None
    """Entscheidung am.

    Tag der Entscheidung.
    """


class Einrichtung(TypedDict, total=False):
    """Einrichtung.

    Die Einrichtung oder der Dienst, in dem die Leistung erbracht wird.
    """

    name: str | None
    """Name.

    Name der Einrichtung.
    """
    ags: Ags | None
    """Amtlicher Gemeindeschlüssel.

    Amtlicher Gemeindeschlüssel des Ortes, an dem die Einrichtung liegt.
    """
    anschrift: Anschrift | None
    """Anschrift.

    Ort der Leistungserbringung.
    """
    betriebserlaubnis: Betriebserlaubnis | None
    """Betriebserlaubnis.

    Die Betriebserlaubnis nach § 45 SGB VIII.
    """
    anderweitig_vereinbarte_plaetze: int | None
    """Anderweitig vereinbarte Plätze.

    Plätze derselben Betriebserlaubnis, die in anderen Vereinbarungen stehen.
    """


class Betriebserlaubnis(TypedDict, total=False):
    """Betriebserlaubnis.

    Die Betriebserlaubnis der Einrichtung nach § 45 SGB VIII.
    """

    behoerde: str | None
    """Behörde.

    Wer sie erteilt hat.
    """
    datum: Datum | None
    """Datum.

    Tag des Bescheids.
    """
    aktenzeichen: str | None
    """Aktenzeichen.

    Aktenzeichen des Bescheids.
    """
    plaetze: int | None
    """Plätze.

    Wie viele Plätze sie erlaubt.
    """
    auflagen: list[str] | None
    """Auflagen.

    Auflagen und andere Nebenbestimmungen des Bescheids, die bei der Leistung zu beachten sind.
    """


class Leistungsangebot(TypedDict, total=False):
    """Leistungsangebot.

    Das Angebot, für das die Vereinbarung gilt.
    """

    bezeichnung: str | None
    """Bezeichnung.

    Name des Angebots, zum Beispiel „Wohngruppe“.
    """
    angebotstyp: str | None
    """Angebotstyp.

    Kennung des Angebotstyps, wo das Land solche führt.
    """
    form: Angebotsform | None
    """Form.

    Stationär, teilstationär oder ambulant.
    """
    hilfearten: list[Hilfeart] | None
    """Hilfearten.

    Nach welchen Vorschriften die Leistung gewährt wird.
    """
    gruppen: list[Gruppe] | None
    """Gruppen.

    Die Gruppen mit ihren Plätzen.
    """
    plaetze: int | None
    """Plätze.

    Vereinbarte Plätze insgesamt.
    """


class Gruppe(TypedDict, total=False):
    """Gruppe.

    Eine Gruppe des Angebots.
    """

    name: str | None
    """Name.

    Name der Gruppe.
    """
    plaetze: int | None
    """Plätze.

    Plätze der Gruppe.
    """
    oeffnungszeit: str | None
    """Öffnungszeit.

    Wann die Gruppe geöffnet ist, zum Beispiel „7 Tage, rund um die Uhr“.
    """


class Leistungsvereinbarung(TypedDict, total=False):
    """Leistungsvereinbarung.

    Teil I: Inhalt, Umfang und Qualität des Leistungsangebots.
    """

    vom: Datum | None
    """Vereinbarung vom.

    Tag, an dem die Leistungsvereinbarung geschlossen ist, wenn es nicht der Tag dieser
    Vereinbarung ist.
    """
    zeitraum: Zeitraum | None
    """Vereinbarungszeitraum.

    Vereinbarungszeitraum der Leistungsvereinbarung. Ohne letzten Tag gilt sie unbefristet.
    """
    art_des_angebots: str | None
    """Art des Leistungsangebots.

    Was angeboten wird: Art und Grundstruktur des Leistungsangebots.
    """
    ziele: list[str] | None
    """Ziele des Leistungsangebots.

    Was mit der Leistung erreicht werden soll.
    """
    qualitaet: list[str] | None
    """Qualität des Leistungsangebots.

    Merkmale der Qualität, die für die Leistung zugesagt sind.
    """
    personenkreis: Personenkreis | None
    """Zu betreuender Personenkreis.

    Für wen das Angebot da ist.
    """
    aufnahme: Aufnahme | None
    """Aufnahme und Belegung.

    Unter welchen Voraussetzungen sich der Träger zur Erbringung der Leistung verpflichtet, und
    was zur Belegung gilt.
    """
    leistungen: Leistungen | None
    """Leistungen.

    Was die Leistung umfasst, was zusätzlich und was nicht.
    """
    hilfeprozess: list[Prozessschritt] | None
    """Hilfeplanung und Gestaltung des Hilfeprozesses.

    Wie Hilfeplanung und Hilfeprozess gestaltet werden: von der Anfrage bis zur Beendigung.
    """
    leistungs_und_gefaehrdungsbereich: Gefaehrdungsabgrenzung | None
    """Abgrenzung des Leistungs- und Gefährdungsbereiches.

    Wo die Leistung endet und das Verfahren bei Kindeswohlgefährdung beginnt.
    """
    personal: Personalausstattung | None
    """Personal: personelle Ausstattung.

    Die erforderliche personelle Ausstattung und die Qualifikation des Personals.
    """
    sachausstattung: list[str] | None
    """Sachausstattung.

    Die erforderliche sächliche Ausstattung.
    """
    betriebsnotwendige_anlagen: list[str] | None
    """Betriebsnotwendige Anlagen.

    Die betriebsnotwendigen Anlagen der Einrichtung.
    """
    schutz_und_beteiligung: Schutz | None
    """Schutz, Beteiligung und Inklusion.

    Schutz vor Gewalt, Beteiligung, Beschwerde und inklusive Ausrichtung.
    """
    fuehrungszeugnisse: Fuehrungszeugnisse | None
    """Führungszeugnisse.

    Wie § 72a SGB VIII eingehalten wird.
    """
    akten: Akten | None
    """Akten.

    Aufbewahrung, Einsicht und Auskunft nach § 9b SGB VIII.
    """
    datenschutz: str | None
    """Datenschutz.

    Wie Sozialdaten geschützt werden.
    """
    pruefung: Pruefung | None
    """Prüfung.

    Ob und wie der öffentliche Träger prüfen kann, dass die Leistung wie vereinbart erbracht wird.
    """


class Personenkreis(TypedDict, total=False):
    """Personenkreis.

    Für wen das Leistungsangebot da ist.
    """

    beschreibung: str | None
    """Beschreibung.

    Welche jungen Menschen und Familien das Angebot erreicht.
    """
    alter_von: int | None
    """Alter von.

    Mindestalter bei der Aufnahme in Jahren.
    """
    alter_bis: int | None
    """Alter bis.

    Höchstalter bei der Aufnahme in Jahren.
    """
    ausschluss: list[str] | None
    """Ausschluss.

    Für wen das Angebot nicht geeignet ist.
    """


class Aufnahme(TypedDict, total=False):
    """Aufnahme und Belegung.

    Wann aufgenommen wird, und was zur Belegung gilt. Wie die Aufnahme abläuft, steht beim
    Hilfeprozess.
    """

    voraussetzungen: list[str] | None
    """Voraussetzungen.

    Voraussetzungen, unter denen sich der Träger zur Erbringung der Leistung verpflichtet.
    """
    belegung: str | None
    """Belegung.

    Ob eine Belegung zugesagt ist.
    """
    freie_plaetze: str | None
    """Freie Plätze.

    Wie und wann der Träger freie Plätze meldet.
    """


class Leistungen(TypedDict, total=False):
    """Leistungen.

    Was die Leistung umfasst.
    """

    grundleistungen: list[str] | None
    """Grundleistungen.

    Was mit dem Entgelt abgegolten ist.
    """
    zusatzleistungen: list[str] | None
    """Zusatzleistungen.

    Was im Einzelfall zusätzlich vereinbart werden kann. Was dafür gezahlt wird, steht in der
    Entgeltvereinbarung.
    """


class Prozessschritt(TypedDict, total=False):
    """Schritt des Hilfeprozesses.

    Was in einer Phase des Hilfeprozesses geschieht, durch wen und bis wann.
    """

    phase: Prozessphase | None
    """Phase.

    Phase des Hilfeprozesses.
    """
    schritte: list[str] | None
    """Schritte.

    Was geschieht.
    """
    zustaendig: str | None
    """Zuständig.

    Wer dafür zuständig ist.
    """
    frist: str | None
    """Frist.

    Bis wann es geschieht.
    """


class Gefaehrdungsabgrenzung(TypedDict, total=False):
    """Abgrenzung des Leistungs- und Gefährdungsbereiches.

    Wo die Leistung endet und das Verfahren bei Kindeswohlgefährdung beginnt.
    """

    leistungsbereich: str | None
    """Leistungsbereich.

    Was mit den Mitteln der Hilfe bearbeitet wird.
    """
    graubereich: str | None
    """Graubereich zwischen beiden.

    Woran erkannt wird, dass die Hilfe nicht mehr ausreicht, und was dann geschieht.
    """
    gefaehrdungsbereich: str | None
    """Gefährdungsbereich.

    Wann gewichtige Anhaltspunkte für eine Gefährdung vorliegen.
    """
    verfahren: list[str] | None
    """Verfahren nach § 8a Abs. 4 SGB VIII.

    Wie die Fachkräfte des Trägers bei gewichtigen Anhaltspunkten vorgehen.
    """
    insoweit_erfahrene_fachkraft: InsoweitErfahreneFachkraft | None
    """Insoweit erfahrene Fachkraft.

    Wer beratend hinzugezogen wird, und welche Kriterien für die Qualifikation gelten.
    """
    meldewege: list[Meldeweg] | None
    """Meldewege.

    Wer bei welchem Anlass bis wann wem meldet.
    """
    rueckmeldung: str | None
    """Rückmeldung des Jugendamts.

    Bis wann und wie das Jugendamt auf eine Meldung antwortet.
    """


class InsoweitErfahreneFachkraft(TypedDict, total=False):
    """Insoweit erfahrene Fachkraft.

    Wer bei der Gefährdungseinschätzung beratend hinzugezogen wird, und welche Kriterien für die
    Qualifikation gelten.
    """

    wer: str | None
    """Wer.

    Wer sie stellt, und wie sie erreicht wird.
    """
    kriterien: list[str] | None
    """Kriterien für die Qualifikation.

    Welche Qualifikation sie hat.
    """
    schutzbeduerfnisse: str | None
    """Schutzbedürfnisse von Kindern und Jugendlichen mit Behinderungen.

    Wie die Kriterien den spezifischen Schutzbedürfnissen von Kindern und Jugendlichen mit
    Behinderungen Rechnung tragen.
    """


class Meldeweg(TypedDict, total=False):
    """Meldeweg.

    Wer bei welchem Anlass bis wann wem meldet.
    """

    anlass: str | None
    """Anlass.

    Was gemeldet wird.
    """
    durch: str | None
    """Durch.

    Wer meldet, und wer ihn vertritt.
    """
    an: str | None
    """An.

    Wer die Meldung erhält.
    """
    frist: str | None
    """Frist.

    Bis wann gemeldet wird.
    """


class Personalausstattung(TypedDict, total=False):
    """Personelle Ausstattung.

    Die erforderliche personelle Ausstattung. Stellen, keine Namen.
    """

    stellen: list[Stelle] | None
    """Stellen.

    Die Stellen mit Umfang und Qualifikation.
    """
    schluessel: Zahl | None
    """Personalschlüssel.

    Plätze je pädagogischer Vollzeitstelle; 1.8 wird als „1 : 1,8“ gedruckt.
    """
    dienstgestaltung: str | None
    """Dienstgestaltung.

    Wie Dienste und Bereitschaften gestaltet sind.
    """
    nachweis: str | None
    """Nachweis der Qualifikation.

    Wie und wann der Träger die Qualifikation der Personen nachweist, zum Beispiel mit dem
    Personalbogen.
    """


class Stelle(TypedDict, total=False):
    """Stelle.

    Eine Stelle oder mehrere gleiche.
    """

    funktion: str | None
    """Funktion.

    Wofür die Stelle da ist.
    """
    bereich: Personalbereich | None
    """Bereich.

    Arbeitsbereich der Stelle.
    """
    umfang: Zahl | None
    """Umfang.

    Umfang in Vollzeitstellen, zum Beispiel 0.75.
    """
    qualifikation: str | None
    """Qualifikation.

    Welche Qualifikation das Personal hat.
    """
    eingruppierung: str | None
    """Eingruppierung.

    Eingruppierung nach dem Tarif.
    """


class Schutz(TypedDict, total=False):
    """Schutz, Beteiligung und Inklusion.

    Qualitätsmerkmale, die § 77 und § 79a SGB VIII nennen.
    """

    gewaltschutz: str | None
    """Gewaltschutz: Schutz vor Gewalt und Ausbeutung.

    Wie junge Menschen vor Gewalt und Ausbeutung geschützt sind.
    """
    beteiligung: str | None
    """Beteiligung.

    Wie junge Menschen beteiligt werden.
    """
    beschwerde: str | None
    """Beschwerde.

    Wie sie sich beschweren können, auch außerhalb der Einrichtung.
    """
    inklusion: str | None
    """Inklusion: inklusive Ausrichtung.

    Wie das Angebot inklusiv ausgerichtet ist und Bedürfnisse junger Menschen mit Behinderungen
    berücksichtigt.
    """


class Fuehrungszeugnisse(TypedDict, total=False):
    """Führungszeugnisse.

    Wie § 72a SGB VIII eingehalten wird.
    """

    regelung: str | None
    """Regelung.

    Was zu erweiterten Führungszeugnissen vereinbart ist.
    """
    turnus_jahre: int | None
    """Turnus in Jahren.

    Spätestens nach wie vielen Jahren sie erneut vorgelegt werden.
    """


class Akten(TypedDict, total=False):
    """Akten.

    Was zu den Akten über junge Menschen vereinbart ist (§ 9b SGB VIII).
    """

    aufbewahrung: str | None
    """Aufbewahrung.

    Wie lange und wo Akten aufbewahrt werden.
    """
    einsicht: str | None
    """Einsicht.

    Wann und wie Betroffene Einsicht nehmen können.
    """
    auskunft: str | None
    """Auskunft.

    Wer Betroffenen wie Auskunft gibt.
    """


class Pruefung(TypedDict, total=False):
    """Prüfung.

    Ob und wie der öffentliche Träger prüfen kann, dass die Leistung wie vereinbart erbracht wird.
    """

    anlass: str | None
    """Anlass.

    Wann geprüft werden kann.
    """
    nachweise: list[str] | None
    """Nachweise.

    Was der Träger dafür vorlegt, zum Beispiel Dienstpläne und Nachweise über das Personal.
    """
    frist: str | None
    """Frist.

    Bis wann die Nachweise vorliegen.
    """
    kosten: str | None
    """Kosten.

    Wer die Kosten der Prüfung trägt.
    """
    ergebnis: str | None
    """Ergebnis.

    Was mit dem Ergebnis geschieht.
    """


class Qualitaetsentwicklung(TypedDict, total=False):
    """Qualitätsentwicklungsvereinbarung.

    Teil II: wie die Qualität der Leistung gemeinsam bewertet und weiterentwickelt wird.
    """

    vom: Datum | None
    """Vereinbarung vom.

    Tag, an dem die Qualitätsentwicklungsvereinbarung geschlossen ist, wenn es nicht der Tag
    dieser Vereinbarung ist.
    """
    zeitraum: Zeitraum | None
    """Vereinbarungszeitraum.

    Vereinbarungszeitraum der Qualitätsentwicklungsvereinbarung.
    """
    vordrucke: list[Vordruck] | None
    """Vordrucke.

    Je Qualitätsdimension und Maßstab ein Vordruck mit Zielen, Kriterien, Maßnahmen und
    Zielüberprüfung.
    """
    traegergespraeche: Traegergespraeche | None
    """Trägergespräche zur Qualitätsentwicklung und -bewertung.

    Wie beide Seiten den Qualitätsdialog fortsetzen und die Qualität gemeinsam bewerten.
    """
    rahmenbedingungen: list[Rahmenbedingung] | None
    """Rahmenbedingungen.

    Rahmenbedingungen, die der Träger schafft, zum Beispiel Supervision der Mitarbeiter.
    """
    bericht: str | None
    """Bericht zur Qualitätsentwicklung.

    Wer wann worüber berichtet.
    """


class Vordruck(TypedDict, total=False):
    """Vordruck.

    Was zu einer Qualitätsdimension und einem Maßstab vereinbart ist: der Vordruck der
    Qualitätsentwicklungsvereinbarung.
    """

    qualitaetsdimensionen: list[Qualitaetsdimension] | None
    """Qualitätsdimensionen.

    Welche zentrale Dimension von Qualität soll weiter entwickelt werden? Pro Qualitätsdimension
    ist ein Vordruck auszufüllen.
    """
    grundsaetze_und_massstaebe: list[Massstab] | None
    """Grundsätze und Maßstäbe.

    Welche Grundsätze und Maßstäbe der Qualität werden bearbeitet? Pro Maßstab ist ein Vordruck
    auszufüllen.
    """
    ziele: list[Ziel] | None
    """Ziele.

    Die Ziele mit Kriterien, Maßnahmen und Zielüberprüfung beider Seiten.
    """


class Traegergespraeche(TypedDict, total=False):
    """Trägergespräche.

    Gespräche zwischen Jugendamt und Träger zur Qualitätsentwicklung und -bewertung.
    """

    turnus: str | None
    """Turnus.

    Wie oft sie stattfinden.
    """
    teilnehmende: list[str] | None
    """Teilnehmende.

    Wer teilnimmt, nach Funktion.
    """
    einladung_durch: str | None
    """Einladung durch.

    Durch wen die Einladung erfolgt.
    """
    gespraechsgrundlagen: list[str] | None
    """Gesprächsgrundlagen.

    Was als Gesprächsgrundlage herangezogen wird.
    """
    protokoll: str | None
    """Protokoll.

    Wer das Ergebnis festhält und bis wann.
    """
    termine: list[Gespraechstermin] | None
    """Termine.

    Vereinbarte Gespräche.
    """


class Gespraechstermin(TypedDict, total=False):
    """Termin eines Trägergesprächs.

    Ein vereinbartes Gespräch, und was daraus geworden ist.
    """

    am: Datum | None
    """Am.

    Tag, für den das Gespräch vereinbart ist.
    """
    themen: list[str] | None
    """Themen.

    Worüber gesprochen wird.
    """
    stattgefunden_am: Datum | None
    """Stattgefunden am.

    Tag, an dem das Gespräch stattgefunden hat.
    """
    teilnehmende: list[str] | None
    """Teilnehmende.

    Wer teilgenommen hat, nach Funktion.
    """
    ergebnis: str | None
    """Ergebnis.

    Wie beide Seiten die Qualität bewertet haben.
    """
    verabredungen: list[Massnahme] | None
    """Verabredungen.

    Was verabredet ist: wer macht was bis wann?
    """


class Rahmenbedingung(TypedDict, total=False):
    """Rahmenbedingung.

    Was der Träger für die Arbeit seiner Mitarbeiterinnen und Mitarbeiter schafft, und wie viel
    davon: 12 Stunden je Fachkraft und Jahr.
    """

    art: Rahmenbedingungsart | None
    """Art.

    Worum es geht.
    """
    beschreibung: str | None
    """Beschreibung.

    Was vereinbart ist.
    """
    menge: Zahl | None
    """Menge.

    Wie viel davon, zum Beispiel 12.
    """
    einheit: Rahmenbedingungseinheit | None
    """Einheit.

    Wovon die Menge ist, zum Beispiel Stunden.
    """
    je: Bezugsgroesse | None
    """Je.

    Wem die Menge zusteht, zum Beispiel jeder Fachkraft.
    """
    zeitraum: Bezugszeitraum | None
    """Zeitraum, für den die Menge gilt.

    In welchem Zeitraum sie ihm zusteht, zum Beispiel in einem Jahr.
    """


class Entgeltvereinbarung(TypedDict, total=False):
    """Entgeltvereinbarung.

    Teil III: differenzierte Entgelte für das Leistungsangebot und die betriebsnotwendigen
    Investitionen. Grundlage der Entgelte sind die in der Leistungs- und der
    Qualitätsentwicklungsvereinbarung festgelegten Leistungs- und Qualitätsmerkmale.
    """

    vom: Datum | None
    """Vereinbarung vom.

    Tag, an dem die Entgeltvereinbarung geschlossen ist, wenn es nicht der Tag dieser Vereinbarung
    ist.
    """
    zeitraum: Zeitraum | None
    """Vereinbarungszeitraum.

    Der zukünftige Zeitraum, für den die Entgelte gelten.
    """
    bezug: Bezug | None
    """Bezug.

    Die Leistungs- und die Qualitätsentwicklungsvereinbarung, wenn sie nicht Teil dieses Dokuments
    sind.
    """
    tagessatz: Tagessatz | None
    """Tagessatz.

    Das Entgelt je Platz und Tag.
    """
    fachleistungsstunden: list[Fachleistungsstunde] | None
    """Fachleistungsstunden.

    Das Entgelt je Fachleistungsstunde, eines oder je Qualifikation eines.
    """
    pauschalen: list[Pauschale] | None
    """Pauschalen.

    Pauschalen je Monat und je Tag.
    """
    jahresbudget: Jahresbudget | None
    """Jahresbudget.

    Das Entgelt für ein ganzes Jahr.
    """
    tarifwerk: str | None
    """Tarifwerk.

    Nach welchem Tarif mit welchem Stand die Personalkosten berechnet sind.
    """
    rundung: Rundung | None
    """Rundung.

    Wie gerundet wird. Fehlt sie: auf zwei Stellen, kaufmännisch, jeder Bestandteil einmal am
    Ende.
    """
    oeffentliche_foerderungen: list[Foerderung] | None
    """Öffentliche Förderungen.

    Förderungen der betriebsnotwendigen Anlagen aus öffentlichen Mitteln. Sie sind anzurechnen.
    """
    investitionszustimmungen: list[Investitionszustimmung] | None
    """Investitionszustimmungen.

    Zustimmungen des zuständigen öffentlichen Trägers zu Investitionsmaßnahmen.
    """
    abwesenheit: Abwesenheit | None
    """Abwesenheit.

    Was bei Abwesenheit des jungen Menschen gezahlt wird.
    """
    zusatzleistungen: list[Einzelentgelt] | None
    """Zusatzleistungen.

    Was für Zusatzleistungen der Leistungsvereinbarung gezahlt wird, wenn es nicht als
    Fachleistungsstunde, Pauschale oder Bestandteil vereinbart ist.
    """
    nebenleistungen: list[Einzelentgelt] | None
    """Nebenleistungen.

    Was mit dem Entgelt nicht abgegolten ist und daneben gezahlt wird, zum Beispiel Barbetrag und
    Bekleidung.
    """
    anpassung: str | None
    """Anpassung des Entgelts.

    Wie das Entgelt an Leistung und Qualitätsentwicklung und an unvorhersehbare Veränderungen
    angepasst wird.
    """
    fortschreibung: str | None
    """Fortschreibung.

    Ob und wie das Entgelt nach dem Ende des Vereinbarungszeitraums fortgeschrieben wird.
    """
    kostenuebernahme: str | None
    """Kostenübernahme.

    Welche Zusage des Jugendamts im Einzelfall vorliegen muss, damit abgerechnet werden kann.
    """
    abrechnung: str | None
    """Abrechnung.

    Wie abgerechnet und gezahlt wird, und ab wann eine Frist zur Zahlung läuft.
    """


class Bezug(TypedDict, total=False):
    """Bezug.

    Vereinbarungen, auf denen das Entgelt beruht, wenn sie nicht Teil dieses Dokuments sind.
    """

    leistungsvereinbarung_vom: Datum | None
    """Leistungsvereinbarung vom.

    Tag der Leistungsvereinbarung.
    """
    qualitaetsentwicklungsvereinbarung_vom: Datum | None
    """Qualitätsentwicklungsvereinbarung vom.

    Tag der Qualitätsentwicklungsvereinbarung.
    """


class Tagessatz(TypedDict, total=False):
    """Tagessatz.

    Das Entgelt je Platz und Tag: Kosten nach Abzug, geteilt durch Plätze mal Berechnungstage mal
    Auslastung.
    """

    plaetze: int | None
    """Plätze.

    Plätze, mit denen gerechnet wird. Fehlt die Angabe: die vereinbarten Plätze des
    Leistungsangebots.
    """
    berechnungstage: int | None
    """Berechnungstage.

    Tage je Platz und Jahr. Fehlt die Angabe: 365.
    """
    auslastung: Zahl | None
    """Auslastung.

    Vereinbarte Auslastung in Prozent. Fehlt die Angabe: 100.
    """
    bestandteile: list[Entgeltbestandteil] | None
    """Entgeltbestandteile.

    Woraus sich der Tagessatz zusammensetzt.
    """
    betrag: Betrag | None
    """Betrag je Platz und Tag.

    Vereinbarter Tagessatz; er wird mit dem berechneten verglichen. Ohne Bestandteile gilt er
    selbst.
    """
    tage_je_monat: Zahl | None
    """Tage je Monat.

    Mit wie vielen Tagen ein Monat gerechnet wird, wenn der Tagessatz als Betrag je Monat gezahlt
    wird.
    """
    schritte: list[Entgeltschritt] | None
    """Schritte.

    Ab wann sich der Tagessatz ändert.
    """


class Entgeltbestandteil(TypedDict, total=False):
    """Entgeltbestandteil.

    Ein Bestandteil des Entgelts, mit den Kosten, auf denen er beruht.
    """

    bezeichnung: str | None
    """Bezeichnung.

    Name des Bestandteils, zum Beispiel „Grundleistung“.
    """
    art: Bestandteilart | None
    """Art.

    Wofür der Bestandteil gezahlt wird.
    """
    kosten: list[Kostenposition] | None
    """Kosten.

    Die Kosten eines Jahres.
    """
    abzuege: list[Abzug] | None
    """Abzüge.

    Erlöse und Förderungen, die von den Kosten abgezogen werden. Ohne Kosten wirken sie nicht.
    """
    betrag: Betrag | None
    """Betrag.

    Vereinbarter Betrag; er wird mit dem berechneten verglichen. Ohne Kosten gilt er selbst.
    """
    bisher: Betrag | None
    """Bisheriger Betrag.

    Betrag der vorigen Vereinbarung.
    """


class Kostenposition(TypedDict, total=False):
    """Kostenposition.

    Kosten eines Jahres: ein Betrag, Menge mal Satz, oder ein Anteil an anderen Kosten.
    """

    bezeichnung: str | None
    """Bezeichnung.

    Wofür die Kosten entstehen.
    """
    kostenart: Kostenart | None
    """Kostenart.

    Zu welcher Art von Kosten sie gehören.
    """
    menge: Zahl | None
    """Menge.

    Wie viel davon, zum Beispiel Vollzeitstellen.
    """
    einheit: Mengeneinheit | None
    """Einheit.

    Was die Menge zählt. Fehlt die Angabe bei Personalkosten: Vollzeitstellen.
    """
    satz: Betrag | None
    """Satz.

    Kosten je Einheit und Jahr in Euro.
    """
    betrag: Betrag | None
    """Betrag.

    Kosten des Jahres in Euro. Fehlt der Betrag: Menge mal Satz, oder der Anteil in Prozent.
    """
    prozent: Zahl | None
    """Prozent.

    Anteil an anderen Kosten in Prozent, zum Beispiel Verwaltung in Prozent der Personalkosten.
    """
    prozent_von: list[Kostenart] | None
    """Prozent von.

    Von welchen Kostenarten: gerechnet wird mit allen Positionen dieses Bestandteils, die davor
    stehen. Fehlt die Angabe: von allen.
    """
    deckt: str | None
    """Deckt.

    Abschnitt der Leistungs- oder der Qualitätsentwicklungsvereinbarung, den diese Kosten decken,
    zum Beispiel „I.8“ oder „II.4“. Ändert er sich, ändert sich diese Position.
    """
    bisher: Betrag | None
    """Bisheriger Betrag.

    Kosten in der vorigen Vereinbarung.
    """
    begruendung: str | None
    """Begründung.

    Warum sich die Kosten verändern.
    """


class Abzug(TypedDict, total=False):
    """Abzug.

    Was von den Kosten abgezogen wird.
    """

    bezeichnung: str | None
    """Bezeichnung.

    Wofür: ein Erlös oder eine Förderung.
    """
    betrag: Betrag | None
    """Betrag.

    Betrag des Jahres in Euro.
    """


class Entgeltschritt(TypedDict, total=False):
    """Schritt des Entgelts.

    Eine Änderung des Entgelts, die schon vereinbart ist: ab einem Tag ein anderer Betrag, oder um
    so viel Prozent mehr.
    """

    ab: Datum | None
    """Ab.

    Der Tag, ab dem der neue Betrag gilt.
    """
    prozent: Zahl | None
    """Prozent.

    Um wie viel Prozent das Entgelt gegenüber dem steigt, das bis dahin gilt. Betriebsnotwendige
    Investitionen steigen nicht mit.
    """
    betrag: Betrag | None
    """Betrag.

    Der neue Betrag in Euro. Ist auch der Prozentsatz vereinbart, wird er mit dem berechneten
    verglichen.
    """
    grundlage: str | None
    """Grundlage.

    Worauf der Schritt beruht, zum Beispiel ein Tarifabschluss.
    """


class Fachleistungsstunde(TypedDict, total=False):
    """Fachleistungsstunde.

    Das Entgelt je Fachleistungsstunde: Jahreskosten geteilt durch die Netto-Jahresarbeitszeit.
    """

    bezeichnung: str | None
    """Bezeichnung.

    Wofür sie gilt, wenn es mehrere gibt.
    """
    qualifikation: str | None
    """Qualifikation.

    Für welche Qualifikation des Personals sie gilt.
    """
    bestandteile: list[Entgeltbestandteil] | None
    """Entgeltbestandteile.

    Woraus sie sich zusammensetzt.
    """
    jahresarbeitszeit: Jahresarbeitszeit | None
    """Jahresarbeitszeit.

    Wie viele Stunden im Jahr geleistet werden.
    """
    betrag: Betrag | None
    """Betrag je Stunde.

    Vereinbartes Entgelt; es wird mit dem berechneten verglichen. Ohne Bestandteile gilt es
    selbst.
    """
    schritte: list[Entgeltschritt] | None
    """Schritte.

    Ab wann sich das Entgelt ändert.
    """


class Jahresarbeitszeit(TypedDict, total=False):
    """Jahresarbeitszeit.

    Von der Arbeitszeit eines Jahres zu den Stunden, die in Rechnung gestellt werden können.
    """

    arbeitstage: int | None
    """Arbeitstage.

    Arbeitstage eines Jahres vor Abzug. Fehlt die Angabe: 365 Siebtel der Wochenstunden sind die
    Brutto-Stunden.
    """
    wochenstunden: Zahl | None
    """Wochenstunden.

    Vertragliche Arbeitszeit je Woche.
    """
    stunden_je_tag: Zahl | None
    """Stunden je Tag.

    Vertragliche Arbeitszeit je Tag. Fehlt die Angabe: ein Fünftel der Wochenstunden.
    """
    minderzeiten: list[Minderzeit] | None
    """Allgemeine Minderzeiten.

    Tage oder Stunden, in denen nicht gearbeitet wird: Urlaub, Krankheit, Feiertage.
    """
    fachliche_minderzeit_prozent: Zahl | None
    """Fachliche Minderzeit in Prozent.

    Fach- und fallspezifische Minderzeiten: Anteil an der Brutto-Jahresarbeitszeit in Prozent.
    """
    direkte_minuten: int | None
    """Direkte Minuten.

    Minuten je Fachleistungsstunde, die am jungen Menschen oder in der Familie geleistet werden.
    Fehlt die Angabe, wird mit 60 gerechnet.
    """
    netto_stunden: Zahl | None
    """Vereinbarte Netto-Stunden.

    Netto-Stunden einer Vollzeitstelle, wenn sie ausgehandelt sind. Sie gelten anstelle der
    berechneten.
    """
    netto_stunden_je: Stundenzeitraum | None
    """Netto-Stunden je.

    Für welchen Zeitraum die vereinbarten Netto-Stunden gelten. Fehlt die Angabe: je Jahr.
    """
    stellen: Zahl | None
    """Stellen.

    Wie viele Vollzeitstellen hinter den Kosten stehen; so oft werden die Netto-Stunden geleistet.
    Fehlt die Angabe: 1.
    """


class Minderzeit(TypedDict, total=False):
    """Minderzeit.

    Tage oder Stunden im Jahr, in denen nicht gearbeitet wird.
    """

    bezeichnung: str | None
    """Bezeichnung.

    Wodurch sie entsteht.
    """
    tage: Zahl | None
    """Tage.

    Tage im Jahr.
    """
    stunden: Zahl | None
    """Stunden.

    Stunden im Jahr, wenn sie nicht nach Tagen zählt.
    """


class Pauschale(TypedDict, total=False):
    """Pauschale.

    Ein Betrag je Monat und der Betrag je Tag, der daraus folgt, oder umgekehrt.
    """

    bezeichnung: str | None
    """Bezeichnung.

    Wofür sie gilt, zum Beispiel eine Fallgruppe.
    """
    betrag: Betrag | None
    """Betrag je Monat.

    Betrag je Monat in Euro. Fehlt er: Betrag je Tag mal Tage je Monat.
    """
    tage_je_monat: Zahl | None
    """Tage je Monat.

    Mit wie vielen Tagen ein Monat gerechnet wird. Fehlt die Angabe, 30.4.
    """
    betrag_je_tag: Betrag | None
    """Betrag je Tag.

    Vereinbarter Betrag je Tag. Ist auch der Betrag je Monat vereinbart, wird er mit dem
    berechneten verglichen.
    """
    schritte: list[Entgeltschritt] | None
    """Schritte.

    Ab wann sich der Betrag je Monat ändert.
    """


class Jahresbudget(TypedDict, total=False):
    """Jahresbudget.

    Das Entgelt für ein ganzes Jahr, in Raten gezahlt: die Kosten nach Abzug, ungeteilt.
    """

    bestandteile: list[Entgeltbestandteil] | None
    """Entgeltbestandteile.

    Woraus es sich zusammensetzt.
    """
    betrag: Betrag | None
    """Betrag je Jahr.

    Vereinbarter Betrag; er wird mit dem berechneten verglichen. Ohne Bestandteile gilt er selbst.
    """
    raten: int | None
    """Raten.

    In wie vielen gleichen Raten es im Jahr gezahlt wird.
    """
    schritte: list[Entgeltschritt] | None
    """Schritte.

    Ab wann sich das Entgelt ändert.
    """


class Rundung(TypedDict, total=False):
    """Rundung.

    Wie Entgelte gerundet werden.
    """

    stellen: int | None
    """Stellen.

    Auf wie viele Nachkommastellen. Fehlt die Angabe: 2.
    """
    modus: Rundungsmodus | None
    """Modus.

    Wie gerundet wird. Fehlt die Angabe: kaufmännisch.
    """
    zeitpunkt: Rundungszeitpunkt | None
    """Zeitpunkt.

    Was gerundet wird. Fehlt die Angabe: jeder Bestandteil.
    """


class Foerderung(TypedDict, total=False):
    """Öffentliche Förderung.

    Eine Förderung aus öffentlichen Mitteln.
    """

    bezeichnung: str | None
    """Bezeichnung.

    Wer was fördert.
    """
    betrag: Betrag | None
    """Betrag je Jahr.

    Anrechenbarer Betrag je Jahr in Euro.
    """


class Investitionszustimmung(TypedDict, total=False):
    """Zustimmung zu einer Investition.

    Die Zustimmung des zuständigen öffentlichen Trägers zu einer Investitionsmaßnahme.
    """

    massnahme: str | None
    """Maßnahme.

    Worum es geht.
    """
    am: Datum | None
    """Am.

    Tag der Zustimmung.
    """


class Abwesenheit(TypedDict, total=False):
    """Abwesenheit.

    Was bei Abwesenheit des jungen Menschen gezahlt wird.
    """

    laenger_als_tage: int | None
    """Länger als Tage.

    Erst wenn die Abwesenheit länger als so viele Tage dauert, gilt das verminderte Entgelt.
    """
    ab_tag: int | None
    """Ab Tag.

    Ab dem wievielten Tag der Abwesenheit das verminderte Entgelt dann gilt.
    """
    prozent: Zahl | None
    """Prozent.

    Wie viel Prozent des Tagessatzes dann gezahlt werden: des vereinbarten, sonst des berechneten.
    """
    hoechstens_tage: int | None
    """Höchstens Tage.

    Für wie viele Tage im Kalenderjahr höchstens.
    """
    regelung: str | None
    """Regelung.

    Was dazu sonst vereinbart ist.
    """


class Einzelentgelt(TypedDict, total=False):
    """Einzelentgelt.

    Eine Leistung, die neben dem Entgelt gezahlt wird, mit ihrem Betrag oder mit der Grundlage,
    nach der er bestimmt wird.
    """

    bezeichnung: str | None
    """Bezeichnung.

    Wofür gezahlt wird.
    """
    einheit: str | None
    """Einheit.

    Wofür der Betrag gilt, zum Beispiel „je Stunde“ oder „je Monat“.
    """
    betrag: Betrag | None
    """Betrag.

    Betrag je Einheit in Euro. Ohne Betrag gilt die Grundlage.
    """
    grundlage: str | None
    """Grundlage.

    Wonach gezahlt wird, zum Beispiel eine Richtlinie, oder auf Nachweis.
    """


class Schlussbestimmungen(TypedDict, total=False):
    """Schlussbestimmungen.

    Was neben den drei Teilen vereinbart ist: Kündigung und weitere Bestimmungen.
    """

    kuendigung: list[Kuendigung] | None
    """Kündigung.

    Wie gekündigt werden kann, ein Eintrag je Teil oder einer für alle.
    """
    weitere_bestimmungen: list[Bestimmung] | None
    """Weitere Bestimmungen.

    Was die Parteien sonst vereinbaren, zum Beispiel zu Änderungen, Ausfertigungen, Haftung oder
    Belegung.
    """


class Kuendigung(TypedDict, total=False):
    """Kündigung.

    Wie ein Teil der Vereinbarung gekündigt werden kann.
    """

    teil: Vereinbarungsteil | None
    """Teil der Vereinbarung.

    Welcher Teil gekündigt werden kann. Fehlt die Angabe: jeder.
    """
    frist: str | None
    """Frist.

    Mit welcher Frist, zum Beispiel „sechs Monate“.
    """
    termin: str | None
    """Termin.

    Zu welchem Termin, zum Beispiel „Ende eines Kalenderjahres“.
    """
    form: str | None
    """Form.

    In welcher Form, zum Beispiel „schriftlich“.
    """
    wichtiger_grund: str | None
    """Wichtiger Grund.

    Was für die Kündigung aus wichtigem Grund vereinbart ist.
    """


class Bestimmung(TypedDict, total=False):
    """Weitere Bestimmung.

    Eine Bestimmung in den Worten der Parteien.
    """

    teil: Vereinbarungsteil | None
    """Teil der Vereinbarung.

    Für welchen Teil sie gilt. Fehlt die Angabe: für die ganze Vereinbarung.
    """
    titel: str | None
    """Titel.

    Überschrift der Bestimmung.
    """
    text: str | None
    """Text.

    Was bestimmt wird.
    """


class Anlage(TypedDict, total=False):
    """Anlage.

    Ein Schriftstück, das zur Vereinbarung gehört.
    """

    nummer: str | None
    """Nummer.

    Nummer, unter der sie angeführt wird. Fehlt sie: der Platz in der Liste.
    """
    titel: str | None
    """Titel.

    Name des Schriftstücks.
    """
    stand: Datum | None
    """Stand.

    Tag, dessen Fassung gilt.
    """
    verbindlich: bool | None
    """Verbindlich.

    Ob sie Bestandteil der Vereinbarung ist.
    """
    sha256: str | None
    """SHA-256.

    Prüfsumme der Datei, 64 hexadezimale Ziffern.
    """


Vereinbarung = Qualitaetsentwicklungsvereinbarung | LeqVereinbarung
"""Vereinbarung.

Eine Vereinbarung der Jugendhilfe; das Feld „art“ sagt, welche.
"""
