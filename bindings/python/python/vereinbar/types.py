"""The data of an agreement as types, for an editor that completes the keys of a dict.

    from vereinbar import types
    traeger: types.Partei = {"name": "Beispielträger Jugendhilfe gGmbH"}

Every part may be missing or None, except "art". The texts are the schema's.

Generated from schema/vereinbarung.schema.json; `make update` writes it anew.
"""

from __future__ import annotations

from datetime import date
from typing import Literal, TypedDict

__all__ = [
    "Ags",
    "Anschrift",
    "Art",
    "BeidseitigMassnahme",
    "BeidseitigText",
    "BeidseitigZielueberpruefung",
    "Datum",
    "Fortsetzung",
    "Massnahme",
    "Massstab",
    "Massstabscode",
    "Partei",
    "Person",
    "Qualitaetsdimension",
    "Qualitaetsentwicklungsvereinbarung",
    "Unterzeichnung",
    "Vereinbarung",
    "Zeitraum",
    "Ziel",
    "Zielueberpruefung",
]

Art = Literal["qualitaetsentwicklungsvereinbarung"]
"""Art der Vereinbarung."""

Datum = str | date
"""Datum.

Ein Kalendertag zwischen 1900 und 2199 in der Form JJJJ-MM-TT (ISO 8601), zum Beispiel 2027-06-30.
"""

Ags = str
"""Amtlicher Gemeindeschlüssel.

5 Ziffern für einen Kreis oder 8 Ziffern für eine Gemeinde.
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

    Fassung des Datenformats. Fehlt sie, gilt 1.
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
    plz: str | None
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
    kriterien: BeidseitigText | None
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


class BeidseitigText(TypedDict, total=False):
    """Beide Seiten.

    Je eine Liste für den öffentlichen und für den freien Träger: Als wechselseitige Vereinbarung
    dokumentiert sie sowohl die Beiträge des Leistungserbringers als auch die des öffentlichen
    Trägers zur Qualitätsentwicklung.
    """

    oeffentlicher_traeger: list[str] | None
    """Öffentlicher Träger.

    Was der öffentliche Träger beiträgt.
    """
    freier_traeger: list[str] | None
    """Freier Träger.

    Was der freie Träger beiträgt.
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
    bis: Datum | None
    """Bis.

    Bis wann ist es gemacht?
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
    wann: str | None
    """Wann.

    Wann die Zielerreichung überprüft wird: ein Tag oder ein Zeitraum in Worten, zum Beispiel
    „November 2027 und November 2028“.
    """


class Fortsetzung(TypedDict, total=False):
    """Fortsetzung des Qualitätsdialogs.

    Wie die Fortsetzung des Qualitätsdialogs erfolgt.
    """

    am: Datum | None
    """Am.

    Der Qualitätsdialog wird fortgesetzt am …
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

    Ort der Unterzeichnung.
    """
    datum: Datum | None
    """Datum.

    Tag der Unterzeichnung.
    """
    oeffentlicher_traeger: list[Person] | None
    """Öffentlicher Träger.

    Wer für den öffentlichen Jugendhilfeträger unterzeichnet, eine oder mehrere Personen.
    """
    freier_traeger: list[Person] | None
    """Freier Träger.

    Wer für den Träger der freien Jugendhilfe unterzeichnet, eine oder mehrere Personen.
    """


Vereinbarung = Qualitaetsentwicklungsvereinbarung
"""Vereinbarung.

Eine Vereinbarung der Jugendhilfe; das Feld „art“ sagt, welche.
"""
