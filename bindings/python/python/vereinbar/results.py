"""What `evaluate` and `calculate` give as types, for an editor that completes the keys of a dict.

    from vereinbar import results
    befunde: list[results.Befund] = vereinbar.evaluate("vereinbarungen").befunde

What is missing is left out, never None; days are ISO 8601 texts, amounts texts with a
point. The texts are the schemas'.

Generated from schema/auswertung.schema.json and schema/berechnung.schema.json; `make update` writes it anew.
"""

from __future__ import annotations

from typing import Literal, TypedDict

__all__ = [
    "Abwesenheitsentgelt",
    "Abzug",
    "Anteile",
    "AnteileAnAllen",
    "AnteileAnDenBewerteten",
    "Arbeitszeit",
    "Art",
    "Artgruppe",
    "Auswertung",
    "BearbeiteteHilfeart",
    "BearbeiteterMassstab",
    "BeendeteVereinbarung",
    "Befund",
    "Befundart",
    "Berechnung",
    "Bestandteil",
    "Bestandteilart",
    "Betrag",
    "Datum",
    "Dimensionszeile",
    "Ergebnisse",
    "Fachleistungsstundenberechnung",
    "FaelligeMassnahme",
    "GemessenerIndikator",
    "Hilfeartcode",
    "Hilfeartzeile",
    "Jahresbudgetberechnung",
    "Kennzahl",
    "Kennzahlen",
    "Kennzahlvergleich",
    "Kosten",
    "Kostenart",
    "Kostengruppe",
    "MassnahmenBeiderSeiten",
    "Massnahmenstand",
    "Massstabscode",
    "Massstabsvergleich",
    "Massstabszeile",
    "Matrixzelle",
    "Mengeneinheit",
    "Minderzeit",
    "Namensgruppe",
    "Qualitaetsdimension",
    "Rechenwert",
    "Rundungsmodus",
    "Rundungsregel",
    "Rundungszeitpunkt",
    "Schritt",
    "Seite",
    "Staende",
    "Tagespauschale",
    "Tagessatzberechnung",
    "Termin",
    "Terminart",
    "VereinbarungEintrag",
    "Vergleich",
    "VerstrichenesGespraech",
    "Vorlage",
    "Zaehlung",
    "Zahl",
    "Zeitraum",
    "Zielergebnis",
    "Zielerreichung",
    "Ziellage",
    "Zwischensumme",
]

Datum = str
"""Datum.

Ein Kalendertag zwischen 1900 und 2199 in der Form JJJJ-MM-TT (ISO 8601), zum Beispiel 2027-06-30.
"""

Art = Literal["qualitaetsentwicklungsvereinbarung", "leq_vereinbarung"]
"""Art der Vereinbarung.

Welches Formular die Daten füllen.

Qualitätsentwicklungsvereinbarung: Vordruck für ambulante Hilfen zur Erziehung, mit Ausfüllhilfe.

Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung: Vereinbarung in drei Teilen mit
Anlagen, das Entgelt berechnet.
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

Zielerreichung = Literal["erreicht", "teilweise_erreicht", "nicht_erreicht", "offen"]
"""Grad der Zielerreichung.

Wie weit ein Ziel erreicht ist.
"""

Ziellage = Literal["bewertet", "im_zeitraum", "nach_ende", "ohne_ende"]
"""Lage des Ziels.

Ob ein Ziel bewertet ist, und wenn nicht, ob das noch aussteht.

bewertet: Es ist erreicht, teilweise erreicht oder nicht erreicht.

Zeitraum läuft noch: Es ist nicht bewertet, und sein Zeitraum läuft am Stichtag noch.

beendet ohne Ergebnis: Es ist nicht bewertet, obwohl sein Zeitraum vor dem Stichtag zu Ende ist.

ohne Ergebnis, Ende nicht angegeben: Es ist nicht bewertet, und das Ende seines Zeitraums ist
nicht angegeben.
"""

Seite = Literal["oeffentlicher_traeger", "freier_traeger"]
"""Seite.

Eine der beiden Seiten der Vereinbarung.
"""

Zahl = str
"""Zahl.

Zahl mit höchstens vier Nachkommastellen, als Text mit Punkt: 7.8.
"""

Massnahmenstand = Literal["entfallen", "offen", "verschoben", "laufend", "erledigt"]
"""Stand der Maßnahme.

Wie weit eine Maßnahme ist.
"""

Terminart = Literal[
    "massnahme",
    "zielueberpruefung",
    "traegergespraech",
    "qualitaetsdialog",
]
"""Art des Termins.

Was bevorsteht.

Maßnahme: Eine Maßnahme soll erledigt sein.

Zielüberprüfung: Die Zielerreichung wird überprüft.

Trägergespräch: Ein vereinbartes Gespräch zur Qualitätsentwicklung und -bewertung.

Qualitätsdialog: Der Qualitätsdialog wird fortgesetzt.
"""

Kennzahl = Literal[
    "vereinbarungen",
    "vordrucke",
    "ziele",
    "bewertete_ziele",
    "erreichte_ziele",
    "ziele_im_zeitraum",
    "ziele_nach_ende",
    "ziele_ohne_ende",
    "massnahmen",
    "erledigte_massnahmen",
    "ueberfaellige_massnahmen",
    "massnahmen_ohne_meldung",
    "beendet_ohne_ergebnis",
    "beendet_ohne_nachfolge",
    "verstrichene_gespraeche",
]
"""Kennzahl.

Was gezählt wird.
"""

Befundart = Literal[
    "nicht_lesbar",
    "unklare_fassung",
    "aeltere_fassung",
    "berichtigte_fassung",
    "gleiches_aktenzeichen",
    "anderes_aktenzeichen",
    "gleicher_name",
    "doppelt",
    "leer",
    "ohne_zeile",
]
"""Art des Befunds.

Was beim Auswerten auffallen kann.
"""

Rechenwert = str
"""Rechenwert.

Zahl auf dem Weg der Berechnung, als Text mit Punkt: 163.1386685892. Nach der zehnten
Nachkommastelle ist sie abgeschnitten.
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

Kostengruppe = Literal["personal", "sach", "investition"]
"""Kostengruppe.

Gruppen von Kostenarten, für die eine Zwischensumme gebildet wird.
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

Betrag = str
"""Betrag.

Betrag in Euro mit höchstens zwei Nachkommastellen, als Text mit Punkt: 1243.95.
"""


class Vorlage(TypedDict, total=False):
    """Vorlage.

    Was eine Vorlage für ein Gremium im Kopf nennt, und der Beschluss. Alles kann fehlen.
    """

    vorlage_nr: str
    """Vorlage-Nr.

    Die Nummer der Vorlage, zum Beispiel „2028/117“.
    """
    betreff: str
    """Betreff.

    Worum es geht; ohne Angabe der Titel der Auswertung.
    """
    gremium: str
    """Gremium.

    Wer berät oder beschließt; ohne Angabe der Jugendhilfeausschuss.
    """
    sitzung: Datum
    """Sitzung.

    Der Tag der Sitzung.
    """
    dienststelle: str
    """Dienststelle.

    Wer die Vorlage erstellt hat, zum Beispiel ein Amt oder Fachdienst.
    """
    oeffentlich: bool
    """Öffentlich.

    Ob die Vorlage öffentlich ist. Fehlt die Angabe, gilt sie als öffentlich. In einer
    öffentlichen Vorlage sind die Namen der Träger weggelassen, solange nichts anderes verlangt
    ist, und Dateinamen immer.
    """
    finanzielle_auswirkungen: str
    """Finanzielle Auswirkungen.

    Was die Vorlage kostet, zum Beispiel „keine“.
    """
    beschluss: list[str]
    """Beschluss.

    Der vorgeschlagene Beschluss in Absätzen; ohne Angabe wird er aus den Daten vorgeschlagen.
    """


class Zeitraum(TypedDict, total=False):
    """Zeitraum.

    Datum von – bis; beide Tage gehören dazu.
    """

    von: Datum
    """von.

    Erster Tag des Zeitraums.
    """
    bis: Datum
    """bis.

    Letzter Tag des Zeitraums.
    """


class _KennzahlenRequired(TypedDict):
    vereinbarungen: Zaehlung
    """Vereinbarungen.

    Gezählte Vereinbarungen. Jeder einzelne Vordruck ist eine, und jede Leistungs-,
    Qualitätsentwicklungs- und Entgeltvereinbarung; ein leerer Vordruck zählt nicht.
    """
    vordrucke: Zaehlung
    """Vordrucke.

    Ausgefüllte Vordrucke: die einzelnen und die in Teil II einer Leistungs-,
    Qualitätsentwicklungs- und Entgeltvereinbarung; dort zählt ein leerer nicht.
    """
    ziele: Zaehlung
    """Ziele.

    Vereinbarte Ziele. Ein Ziel, in dem nichts eingetragen ist, zählt nicht.
    """
    bewertete_ziele: Zaehlung
    """Bewertete Ziele.

    Ziele, die als erreicht, teilweise erreicht oder nicht erreicht bewertet sind.
    """
    erreichte_ziele: Zaehlung
    """Erreichte Ziele.

    Ziele, die als erreicht bewertet sind.
    """
    massnahmen: Zaehlung
    """Maßnahmen.

    Vereinbarte Maßnahmen beider Seiten. Eine Maßnahme, in der nichts eingetragen ist, zählt
    nicht.
    """
    erledigte_massnahmen: Zaehlung
    """Erledigte Maßnahmen.

    Maßnahmen, deren Stand „erledigt“ ist, oder zu denen ein Tag der Erledigung eingetragen ist.
    """


class Kennzahlen(_KennzahlenRequired, total=False):
    """Kennzahlen.

    Die wichtigsten Anzahlen. Was am Stichtag gemessen wird, fehlt ohne ihn.
    """

    ziele_im_zeitraum: Zaehlung
    """Ziele im laufenden Zeitraum.

    Nicht bewertete Ziele, deren Vereinbarungszeitraum am Stichtag noch läuft. Fehlt ohne
    Stichtag.
    """
    ziele_nach_ende: Zaehlung
    """Ziele ohne Ergebnis nach dem Ende.

    Nicht bewertete Ziele, deren Vereinbarungszeitraum vor dem Stichtag zu Ende ist. Fehlt ohne
    Stichtag.
    """
    ziele_ohne_ende: Zaehlung
    """Ziele ohne Ergebnis und ohne Ende.

    Nicht bewertete Ziele, für deren Vereinbarungszeitraum kein Ende angegeben ist. Fehlt ohne
    Stichtag.
    """
    ueberfaellige_massnahmen: Zaehlung
    """Überfällige Maßnahmen.

    Maßnahmen, deren Tag vor dem Stichtag liegt und deren Stand „offen“, „laufend“ oder
    „verschoben“ ist. Fehlt ohne Stichtag.
    """
    massnahmen_ohne_meldung: Zaehlung
    """Maßnahmen ohne Meldung.

    Maßnahmen, deren Tag vor dem Stichtag liegt und zu denen kein Stand eingetragen ist: Ob sie
    erledigt sind, ist nicht bekannt. Fehlt ohne Stichtag.
    """
    beendet_ohne_ergebnis: Zaehlung
    """Beendet ohne Ergebnis.

    Vereinbarungen, deren Zeitraum vor dem Stichtag zu Ende ist und in denen mindestens ein Ziel
    nicht bewertet ist. Fehlt ohne Stichtag.
    """
    beendet_ohne_nachfolge: Zaehlung
    """Beendet ohne Nachfolge.

    Vereinbarungen, deren Zeitraum vor dem Stichtag zu Ende ist und zu denen unter den
    ausgewerteten keine spätere derselben Art und derselben Beteiligten ist. Fehlt ohne Stichtag.
    """
    verstrichene_gespraeche: Zaehlung
    """Gespräche nach ihrem Tag.

    Qualitätsdialoge und Trägergespräche, deren Tag vor dem Stichtag liegt und nach denen nichts
    eingetragen ist. Fehlt ohne Stichtag.
    """


class Zaehlung(TypedDict):
    """Zählung.

    Eine Anzahl und die Vereinbarungen, aus denen sie sich ergibt.
    """

    anzahl: int
    """Anzahl.

    Wie viele es sind.
    """
    vereinbarungen: list[int]
    """Vereinbarungen.

    Nummern der Vereinbarungen, in denen sie stehen, aufsteigend.
    """


class _NamensgruppeRequired(TypedDict):
    vereinbarungen: Zaehlung
    """Vereinbarungen.

    Die Vereinbarungen dazu.
    """


class Namensgruppe(_NamensgruppeRequired, total=False):
    """Namensgruppe.

    Vereinbarungen, die einen Namen teilen.
    """

    name: str
    """Name.

    Der Name; fehlt, wo keiner angegeben ist.
    """


class Artgruppe(TypedDict):
    """Namensgruppe nach Art.

    Vereinbarungen einer Art.
    """

    art: Art
    """Art der Vereinbarung.

    Welches Formular sie füllt.
    """
    vereinbarungen: Zaehlung
    """Vereinbarungen.

    Die Vereinbarungen dieser Art.
    """
    vordrucke: Zaehlung
    """Vordrucke.

    Die ausgefüllten Vordrucke in ihnen.
    """
    ist_vordruck: bool
    """Ist ein Vordruck.

    Ob jede Vereinbarung dieser Art ein Vordruck ist; sonst hat sie mehrere oder keinen.
    """


class _HilfeartzeileRequired(TypedDict):
    vereinbarungen: Zaehlung
    """Vereinbarungen.

    Vereinbarungen für diese Hilfeart.
    """
    ziele: Zaehlung
    """Ziele.

    Ziele in ihnen.
    """
    massnahmen: Zaehlung
    """Maßnahmen.

    Maßnahmen in ihnen, mit den Verabredungen der Trägergespräche.
    """
    ergebnisse: Ergebnisse
    """Ergebnisse.

    Was aus den Zielen geworden ist.
    """


class Hilfeartzeile(_HilfeartzeileRequired, total=False):
    """Zeile einer Hilfeart.

    Was zu einer Hilfeart vereinbart ist.
    """

    hilfeart: BearbeiteteHilfeart
    """Hilfeart.

    Fehlt, wo keine angegeben ist.
    """


class _BearbeiteteHilfeartRequired(TypedDict):
    bezeichnung: str
    """Bezeichnung.

    Die Hilfeart in Worten.
    """


class BearbeiteteHilfeart(_BearbeiteteHilfeartRequired, total=False):
    """Bearbeitete Hilfeart.

    Eine Hilfeart: ein Eintrag des Katalogs oder eine eigene Angabe.
    """

    code: Hilfeartcode
    """Code.

    Eintrag des Katalogs; fehlt bei einer eigenen Angabe.
    """


class Ergebnisse(TypedDict):
    """Ergebnisse.

    Ziele nach dem Grad, zu dem sie erreicht sind.
    """

    erreicht: Zaehlung
    """Erreicht.

    Ziele, die erreicht sind.
    """
    teilweise_erreicht: Zaehlung
    """Teilweise erreicht.

    Ziele, die teilweise erreicht sind.
    """
    nicht_erreicht: Zaehlung
    """Nicht erreicht.

    Ziele, die nicht erreicht sind.
    """
    offen: Zaehlung
    """Offen.

    Ziele, deren Ergebnis offen ist.
    """
    ohne_angabe: Zaehlung
    """Ohne Angabe.

    Ziele, zu denen noch kein Ergebnis eingetragen ist.
    """


class _DimensionszeileRequired(TypedDict):
    vereinbarungen: Zaehlung
    """Vereinbarungen.

    Vereinbarungen, die sie bearbeiten.
    """
    ziele: Zaehlung
    """Ziele.

    Ziele dazu.
    """
    massnahmen: Zaehlung
    """Maßnahmen.

    Maßnahmen dazu.
    """


class Dimensionszeile(_DimensionszeileRequired, total=False):
    """Zeile einer Qualitätsdimension.

    Was zu einer Qualitätsdimension vereinbart ist.
    """

    qualitaetsdimension: Qualitaetsdimension
    """Qualitätsdimension.

    Fehlt, wo keine angegeben ist.
    """


class _MassstabszeileRequired(TypedDict):
    vereinbarungen: Zaehlung
    """Vereinbarungen.

    Vereinbarungen, die ihn bearbeiten.
    """
    ziele: Zaehlung
    """Ziele.

    Ziele dazu.
    """
    massnahmen: Zaehlung
    """Maßnahmen.

    Maßnahmen dazu.
    """
    ergebnisse: Ergebnisse
    """Ergebnisse.

    Was aus den Zielen geworden ist.
    """


class Massstabszeile(_MassstabszeileRequired, total=False):
    """Zeile eines Maßstabs.

    Was zu einem Grundsatz oder Maßstab vereinbart und was daraus geworden ist.
    """

    massstab: BearbeiteterMassstab
    """Maßstab.

    Fehlt, wo keiner angegeben ist.
    """


class _BearbeiteterMassstabRequired(TypedDict):
    bezeichnung: str
    """Bezeichnung.

    Der Maßstab in Worten.
    """


class BearbeiteterMassstab(_BearbeiteterMassstabRequired, total=False):
    """Bearbeiteter Maßstab.

    Ein Grundsatz oder Maßstab: ein Eintrag des Katalogs oder ein eigener.
    """

    code: Massstabscode
    """Code.

    Eintrag des Katalogs; fehlt bei einem eigenen Maßstab.
    """


class _MatrixzelleRequired(TypedDict):
    vereinbarungen: Zaehlung
    """Vereinbarungen.

    Vereinbarungen, die beides verbinden.
    """
    ziele: Zaehlung
    """Ziele.

    Ziele dazu.
    """
    massnahmen: Zaehlung
    """Maßnahmen.

    Maßnahmen dazu.
    """


class Matrixzelle(_MatrixzelleRequired, total=False):
    """Feld der Matrix.

    Was zu einer Qualitätsdimension und einem Maßstab vereinbart ist.
    """

    massstab: BearbeiteterMassstab
    """Maßstab.

    Fehlt, wo keiner angegeben ist.
    """
    qualitaetsdimension: Qualitaetsdimension
    """Qualitätsdimension.

    Fehlt, wo keine angegeben ist.
    """


class Anteile(TypedDict, total=False):
    """Anteile.

    Anteile der Ergebnisse in ganzen Prozent, die zusammen 100 ergeben: gerundet nach den größten
    Resten.
    """

    an_allen: AnteileAnAllen
    """An allen Zielen.

    Anteile an allen Zielen; fehlt, wo es keine gibt.
    """
    an_den_bewerteten: AnteileAnDenBewerteten
    """An den bewerteten Zielen.

    Anteile an den Zielen, die bewertet sind; fehlt, wo keines bewertet ist.
    """


class AnteileAnAllen(TypedDict):
    """Anteile an allen Zielen.

    In ganzen Prozent.
    """

    erreicht: int
    """Erreicht.

    Ziele, die erreicht sind, in Prozent.
    """
    teilweise_erreicht: int
    """Teilweise erreicht.

    Ziele, die teilweise erreicht sind, in Prozent.
    """
    nicht_erreicht: int
    """Nicht erreicht.

    Ziele, die nicht erreicht sind, in Prozent.
    """
    offen: int
    """Offen.

    Ziele, deren Ergebnis offen ist, in Prozent.
    """
    ohne_angabe: int
    """Ohne Angabe.

    Ziele, zu denen noch kein Ergebnis eingetragen ist, in Prozent.
    """


class AnteileAnDenBewerteten(TypedDict):
    """Anteile an den bewerteten Zielen.

    In ganzen Prozent.
    """

    erreicht: int
    """Erreicht.

    Ziele, die erreicht sind, in Prozent.
    """
    teilweise_erreicht: int
    """Teilweise erreicht.

    Ziele, die teilweise erreicht sind, in Prozent.
    """
    nicht_erreicht: int
    """Nicht erreicht.

    Ziele, die nicht erreicht sind, in Prozent.
    """


class _ZielergebnisRequired(TypedDict):
    vereinbarung: int
    """Vereinbarung.

    Nummer der Vereinbarung.
    """
    ziel: int
    """Nummer des Ziels.

    Nummer des Ziels im Vordruck.
    """


class Zielergebnis(_ZielergebnisRequired, total=False):
    """Ziel mit Ergebnis.

    Ein vereinbartes Ziel und was daraus geworden ist.
    """

    vordruck: int
    """Vordruck.

    Nummer des Vordrucks in Teil II; fehlt, wo die Vereinbarung selbst der Vordruck ist.
    """
    qualitaetsdimensionen: list[Qualitaetsdimension]
    """Qualitätsdimensionen.

    Die Qualitätsdimensionen des Vordrucks.
    """
    massstaebe: list[BearbeiteterMassstab]
    """Grundsätze und Maßstäbe.

    Die Maßstäbe des Vordrucks; nach dem ersten ist die Liste geordnet.
    """
    wortlaut: str
    """Wortlaut.

    Das Ziel, wie es vereinbart ist. Zeilenumbrüche sind durch Leerzeichen ersetzt.
    """
    grad: Zielerreichung
    """Grad der Zielerreichung.

    Wie weit es erreicht ist; fehlt, wo nichts eingetragen ist.
    """
    ergebnis: str
    """Ergebnis.

    Woran beide Seiten es erkennen. Zeilenumbrüche sind durch Leerzeichen ersetzt.
    """
    folge: str
    """Folge.

    Was aus dem Ergebnis folgt. Zeilenumbrüche sind durch Leerzeichen ersetzt.
    """
    datum: Datum
    """Datum der Bewertung.

    Tag der gemeinsamen Bewertung.
    """
    lage: Ziellage
    """Lage.

    Ob es bewertet ist, und wenn nicht, ob der Zeitraum am Stichtag noch läuft. Fehlt ohne
    Stichtag bei einem Ziel, das nicht bewertet ist.
    """
    indikatoren: list[GemessenerIndikator]
    """Indikatoren.

    Die Zahlen, an denen seine Kriterien gemessen werden, soweit welche angegeben sind.
    """


class _GemessenerIndikatorRequired(TypedDict):
    seite: Seite
    """Seite.

    Wessen Kriterium es ist.
    """


class GemessenerIndikator(_GemessenerIndikatorRequired, total=False):
    """Gemessener Indikator.

    Eine Zahl, an der ein Kriterium gemessen wird: wo sie stand, wohin sie soll, was gemessen
    wurde.
    """

    woran: str
    """Woran.

    Das Kriterium, wie es vereinbart ist. Zeilenumbrüche sind durch Leerzeichen ersetzt.
    """
    einheit: str
    """Einheit.

    Worin gemessen wird.
    """
    ausgangswert: Zahl
    """Ausgangswert.

    Die Zahl zu Beginn.
    """
    zielwert: Zahl
    """Zielwert.

    Die Zahl, bei der das Kriterium erfüllt ist.
    """
    istwert: Zahl
    """Istwert.

    Die Zahl, die gemessen wurde.
    """
    quelle: str
    """Quelle.

    Woher die Zahlen stammen.
    """
    stichtag: Datum
    """Stichtag.

    Tag, dessen Stand der Istwert wiedergibt.
    """


class MassnahmenBeiderSeiten(TypedDict):
    """Maßnahmen beider Seiten.

    Maßnahmen danach, welche Seite sie beiträgt.
    """

    oeffentlicher_traeger: Staende
    """Öffentlicher Träger.

    Maßnahmen des öffentlichen Trägers.
    """
    freier_traeger: Staende
    """Freier Träger.

    Maßnahmen des freien Trägers.
    """
    verabredungen: Staende
    """Verabredungen.

    Was in Trägergesprächen verabredet ist: wer macht was bis wann. Es gehört zu keinem Ziel und
    keiner Seite.
    """


class _StaendeRequired(TypedDict):
    entfallen: Zaehlung
    """Entfallen.

    Maßnahmen, die nicht mehr vorgesehen sind.
    """
    offen: Zaehlung
    """Offen.

    Maßnahmen, die noch nicht begonnen sind.
    """
    verschoben: Zaehlung
    """Verschoben.

    Maßnahmen, die verschoben sind.
    """
    laufend: Zaehlung
    """Laufend.

    Maßnahmen, an denen gearbeitet wird.
    """
    erledigt: Zaehlung
    """Erledigt.

    Maßnahmen, die erledigt sind.
    """
    ohne_angabe: Zaehlung
    """Ohne Angabe.

    Maßnahmen, zu denen noch kein Stand eingetragen ist.
    """


class Staende(_StaendeRequired, total=False):
    """Stände.

    Maßnahmen nach ihrem Stand.
    """

    ueberfaellig: Zaehlung
    """Überfällig.

    Von den offenen, laufenden und verschobenen: Maßnahmen, deren Tag vor dem Stichtag liegt.
    Fehlt ohne Stichtag.
    """
    ohne_meldung: Zaehlung
    """Ohne Meldung.

    Von denen ohne Angabe: Maßnahmen, deren Tag vor dem Stichtag liegt. Fehlt ohne Stichtag.
    """


class _FaelligeMassnahmeRequired(TypedDict):
    vereinbarung: int
    """Vereinbarung.

    Nummer der Vereinbarung.
    """
    bis: Datum
    """Bis.

    Bis wann es gemacht sein sollte; bei einer verschobenen die neue Frist.
    """
    tage: int
    """Tage.

    Wie viele Tage der vereinbarte Tag am Stichtag vorbei ist.
    """


class FaelligeMassnahme(_FaelligeMassnahmeRequired, total=False):
    """Fällige Maßnahme.

    Eine Maßnahme, deren Tag vor dem Stichtag liegt und die nicht als erledigt gemeldet ist.
    """

    vordruck: int
    """Vordruck.

    Nummer des Vordrucks in Teil II; fehlt, wo die Vereinbarung selbst der Vordruck ist.
    """
    ziel: int
    """Ziel.

    Nummer des Ziels; fehlt bei einer Verabredung aus einem Trägergespräch.
    """
    seite: Seite
    """Seite.

    Wer sie beiträgt; fehlt bei einer Verabredung aus einem Trägergespräch.
    """
    wer: str
    """Wer.

    Wer macht es? Fehlt in einer Auswertung ohne Namen.
    """
    was: str
    """Was.

    Was wird gemacht? Zeilenumbrüche sind durch Leerzeichen ersetzt.
    """
    stand: Massnahmenstand
    """Stand.

    Wie weit sie ist; fehlt, wo nichts gemeldet ist.
    """


class _VerstrichenesGespraechRequired(TypedDict):
    art: Terminart
    """Art des Termins.

    Qualitätsdialog oder Trägergespräch.
    """
    am: Datum
    """Am.

    Der vereinbarte Tag, oder der letzte, wenn ein Monat oder Quartal vereinbart ist.
    """
    tage: int
    """Tage.

    Wie viele Tage er am Stichtag vorbei ist.
    """
    vereinbarung: int
    """Vereinbarung.

    Nummer der Vereinbarung.
    """


class VerstrichenesGespraech(_VerstrichenesGespraechRequired, total=False):
    """Verstrichenes Gespräch.

    Ein Qualitätsdialog oder Trägergespräch, dessen Tag vor dem Stichtag liegt und nach dem nichts
    eingetragen ist: nicht dass es stattgefunden hat, kein Stand der Vereinbarung, kein Ergebnis
    und keine erledigte Maßnahme von diesem Tag an, keine Nachfolge. Ob es stattgefunden hat,
    sagen die Daten nicht.
    """

    wer: str
    """Wer.

    Wer einlädt. Fehlt in einer Auswertung ohne Namen.
    """


class _BeendeteVereinbarungRequired(TypedDict):
    vereinbarung: int
    """Vereinbarung.

    Nummer der Vereinbarung.
    """
    ende: Datum
    """Ende.

    Der letzte Tag ihres Zeitraums.
    """
    tage: int
    """Tage.

    Wie viele Tage sie am Stichtag zu Ende ist.
    """
    ziele: int
    """Ziele.

    Wie viele Ziele vereinbart sind.
    """
    ziele_ohne_ergebnis: int
    """Ziele ohne Ergebnis.

    Wie viele davon nicht bewertet sind.
    """


class BeendeteVereinbarung(_BeendeteVereinbarungRequired, total=False):
    """Beendete Vereinbarung.

    Eine Vereinbarung, deren Zeitraum vor dem Stichtag zu Ende ist und der ein Ergebnis oder eine
    Nachfolge fehlt.
    """

    nachfolge: int
    """Nachfolge.

    Nummer der nächsten Vereinbarung derselben Art und derselben Beteiligten; fehlt, wo unter den
    ausgewerteten keine ist.
    """


class _TerminRequired(TypedDict):
    art: Terminart
    """Art des Termins.

    Was bevorsteht.
    """
    vereinbarung: int
    """Vereinbarung.

    Nummer der Vereinbarung.
    """


class Termin(_TerminRequired, total=False):
    """Termin.

    Etwas, das vom Stichtag an bevorsteht.
    """

    von: Datum
    """von.

    Der Tag, oder der erste Tag, wenn nur ein Monat oder Quartal vereinbart ist. Fehlt, wo die
    Worte keinen bestimmten Tag nennen, zum Beispiel „Herbst 2027“; dann steht der Termin auch
    nicht im Kalender.
    """
    bis: Datum
    """bis.

    Der letzte Tag; bei einem einzelnen Tag dieser.
    """
    wann: str
    """Wann.

    Die Worte der Vereinbarung, aus denen der Tag gelesen ist.
    """
    vordruck: int
    """Vordruck.

    Nummer des Vordrucks in Teil II; fehlt, wo die Vereinbarung selbst der Vordruck ist.
    """
    ziel: int
    """Ziel.

    Nummer des Ziels, zu dem er gehört.
    """
    seite: Seite
    """Seite.

    Welche Seite ihn beiträgt; fehlt, wo es beide sind.
    """
    wer: str
    """Wer.

    Wer die Maßnahme macht, oder wer einlädt. Fehlt in einer Auswertung ohne Namen.
    """
    was: str
    """Was.

    Die Maßnahme, das Verfahren der Zielüberprüfung oder die Themen. Zeilenumbrüche sind durch
    Leerzeichen ersetzt.
    """


class _VergleichRequired(TypedDict):
    kennzahlen: list[Kennzahlvergleich]
    """Kennzahlen.

    Die Kennzahlen, die es in beiden gibt.
    """
    grundsaetze_und_massstaebe: list[Massstabsvergleich]
    """Grundsätze und Maßstäbe.

    Die Maßstäbe, die in einer der beiden vorkommen.
    """


class Vergleich(_VergleichRequired, total=False):
    """Vergleich.

    Dieselben Zahlen in einer früheren Auswertung und in dieser.
    """

    stichtag: Datum
    """Früherer Stichtag.

    Der Stichtag der früheren Auswertung.
    """


class Kennzahlvergleich(TypedDict):
    """Vergleich einer Kennzahl.

    Eine Anzahl vorher und jetzt.
    """

    kennzahl: Kennzahl
    """Kennzahl.

    Was gezählt ist.
    """
    vorher: int
    """Vorher.

    Die Anzahl in der früheren Auswertung.
    """
    jetzt: int
    """Jetzt.

    Die Anzahl in dieser Auswertung.
    """
    unterschied: int
    """Unterschied.

    Um wie viel sie gestiegen ist; negativ, wo sie gesunken ist.
    """


class _MassstabsvergleichRequired(TypedDict):
    vereinbarungen_vorher: int
    """Vereinbarungen vorher.

    Vereinbarungen dazu in der früheren Auswertung.
    """
    vereinbarungen_jetzt: int
    """Vereinbarungen jetzt.

    Vereinbarungen dazu in dieser Auswertung.
    """
    erreicht_vorher: int
    """Erreichte Ziele vorher.

    Erreichte Ziele dazu in der früheren Auswertung.
    """
    erreicht_jetzt: int
    """Erreichte Ziele jetzt.

    Erreichte Ziele dazu in dieser Auswertung.
    """


class Massstabsvergleich(_MassstabsvergleichRequired, total=False):
    """Vergleich eines Maßstabs.

    Vereinbarungen und erreichte Ziele zu einem Maßstab vorher und jetzt.
    """

    massstab: BearbeiteterMassstab
    """Maßstab.

    Fehlt, wo keiner angegeben ist.
    """


class _VereinbarungEintragRequired(TypedDict):
    nr: int
    """Nr.

    Die Nummer, unter der sie in dieser Auswertung steht, von 1 an.
    """
    art: Art
    """Art der Vereinbarung.

    Welches Formular sie füllt.
    """
    vereinbarungszeitraum: Zeitraum
    """Vereinbarungszeitraum.

    Der Zeitraum, in dem die Ziele verfolgt werden. In einer Leistungs-, Qualitätsentwicklungs-
    und Entgeltvereinbarung der von Teil II; wo er dort fehlt, der von Teil I, und wo auch der
    fehlt, die Zeit ab ihrer Wirksamkeit.
    """
    vordrucke: int
    """Vordrucke.

    Wie viele Vordrucke ausgefüllt sind.
    """
    ziele: int
    """Ziele.

    Wie viele Ziele vereinbart sind.
    """
    massnahmen: int
    """Maßnahmen.

    Wie viele Maßnahmen vereinbart sind.
    """


class VereinbarungEintrag(_VereinbarungEintragRequired, total=False):
    """Gezählte Vereinbarung.

    Eine Vereinbarung der Auswertung mit ihrer Nummer.
    """

    aktenzeichen: str
    """Aktenzeichen.

    Aktenzeichen; Zeilenumbrüche sind durch Leerzeichen ersetzt. Fehlt in einer Auswertung ohne
    Namen.
    """
    oeffentlicher_traeger: str
    """Öffentlicher Träger.

    Der öffentliche Träger, meist ein Jugendamt.
    """
    traeger: str
    """Träger.

    Der Träger der freien Jugendhilfe, oder seine Nummer in einer Auswertung ohne Namen. Wo
    mehrere Träger gleich heißen, steht ihre Anschrift dabei.
    """
    quelle: str
    """Quelle.

    Woher sie gelesen ist; nur in der internen Fassung.
    """


class _BefundRequired(TypedDict):
    art: Befundart
    """Art des Befunds.

    Worum es geht.
    """
    meldung: str
    """Meldung.

    Was aufgefallen ist, in einem vollständigen Satz.
    """


class Befund(_BefundRequired, total=False):
    """Befund.

    Was beim Auswerten aufgefallen ist, zum Beispiel eine Datei, die nicht gelesen werden konnte.
    """

    weitere: int
    """Weitere.

    Wie viele es über die einzeln genannten hinaus sind; nur bei sehr vielen, die nicht lesbar
    sind.
    """
    vereinbarungen: list[int]
    """Vereinbarungen.

    Nummern der gezählten Vereinbarungen, um die es geht.
    """
    quellen: list[str]
    """Quellen.

    Die Dateien, um die es geht; bei mehreren zuerst die gezählte. Nur in der internen Fassung.
    """


class _AuswertungRequired(TypedDict):
    art: Literal["auswertung"]
    """Art des Dokuments.

    Kennzeichen dieses Dokuments.
    """
    fassung: int
    """Fassung.

    Fassung des Datenformats.
    """
    anonym: bool
    """Anonym.

    Ob die Namen der Träger durch Nummern ersetzt sind. Ohne andere Angabe ist es so, wenn sie zu
    einer öffentlichen Vorlage gehört.
    """
    intern: bool
    """Interne Fassung.

    Ob sie Namen und die Namen der Dateien enthält: nur für den Dienstgebrauch. So ist jede, die
    weder anonym ist noch zu einer öffentlichen Vorlage gehört.
    """
    beschlussvorschlag: list[str]
    """Beschlussvorschlag.

    Was das Gremium beschließen soll, in Absätzen: der Beschluss der Vorlage, oder ein Vorschlag
    aus den Daten.
    """
    zeitraum: Zeitraum
    """Zeitraum.

    Vom frühesten Beginn bis zum spätesten Ende der Vereinbarungszeiträume.
    """
    kennzahlen: Kennzahlen
    """Kennzahlen.

    Die wichtigsten Anzahlen.
    """
    oeffentliche_traeger: list[Namensgruppe]
    """Öffentliche Träger.

    Vereinbarungen nach dem öffentlichen Träger, meist einem Jugendamt.
    """
    traeger: list[Namensgruppe]
    """Träger.

    Vereinbarungen nach dem Träger der freien Jugendhilfe.
    """
    arten: list[Artgruppe]
    """Arten.

    Vereinbarungen nach ihrer Art.
    """
    hilfearten: list[Hilfeartzeile]
    """Hilfearten.

    Was zu jeder Hilfeart vereinbart und was daraus geworden ist. Eine Vereinbarung mit mehreren
    zählt bei jeder.
    """
    qualitaetsdimensionen: list[Dimensionszeile]
    """Qualitätsdimensionen.

    Was zu jeder Qualitätsdimension vereinbart ist. Ein Vordruck mit mehreren zählt bei jeder.
    """
    grundsaetze_und_massstaebe: list[Massstabszeile]
    """Grundsätze und Maßstäbe.

    Was zu jedem Maßstab vereinbart und was daraus geworden ist. Ein Vordruck mit mehreren zählt
    bei jedem.
    """
    matrix: list[Matrixzelle]
    """Matrix.

    Qualitätsdimension und Maßstab zusammen; nur Felder, zu denen etwas vereinbart ist, nach
    Maßstab und Dimension geordnet.
    """
    massstaebe_ohne_vereinbarung: list[Massstabscode]
    """Maßstäbe ohne Vereinbarung.

    Einträge des Katalogs, zu denen keine der ausgewerteten Vereinbarungen etwas vereinbart. Ob
    daran sonst gearbeitet wird, sagen die Daten nicht.
    """
    ergebnisse: Ergebnisse
    """Ergebnisse.

    Was aus den Zielen geworden ist.
    """
    anteile: Anteile
    """Anteile.

    Die Ergebnisse in Prozent, an allen und an den bewerteten Zielen.
    """
    zielergebnisse: list[Zielergebnis]
    """Ziele mit Ergebnis.

    Jedes Ziel mit seinem Grad, dem Ergebnis und was daraus folgt, nach Maßstäben geordnet; zu
    jedem zuerst, was bewertet ist.
    """
    massnahmen: MassnahmenBeiderSeiten
    """Maßnahmen.

    Die Maßnahmen nach Seite und Stand.
    """
    vereinbarungen: list[VereinbarungEintrag]
    """Vereinbarungen.

    Die gezählten Vereinbarungen mit ihren Nummern.
    """
    befunde: list[Befund]
    """Befunde.

    Was beim Auswerten aufgefallen ist.
    """


class Auswertung(_AuswertungRequired, total=False):
    """Auswertung.

    Vereinbarungsübergreifende Auswertung der Qualitätsentwicklung, zum Beispiel für eine
    zusammenfassende Berichterstattung im Jugendhilfeausschuss.
    """

    stichtag: Datum
    """Stichtag.

    Der Tag, an dem gemessen wird, was überfällig ist und was bevorsteht. Ohne ihn wird beides
    nicht ausgewertet.
    """
    vorlage: Vorlage
    """Vorlage.

    Die Vorlage für ein Gremium, zu der sie gehört.
    """
    ueberfaellige_massnahmen: list[FaelligeMassnahme]
    """Überfällige Maßnahmen.

    Maßnahmen, deren Tag vor dem Stichtag liegt und deren Stand „offen“, „laufend“ oder
    „verschoben“ ist; die am längsten überfälligen zuerst. Fehlt ohne Stichtag.
    """
    massnahmen_ohne_meldung: list[FaelligeMassnahme]
    """Maßnahmen ohne Meldung.

    Maßnahmen, deren Tag vor dem Stichtag liegt und zu denen kein Stand eingetragen ist; die
    ältesten zuerst. Ob sie erledigt sind, ist nicht bekannt. Fehlt ohne Stichtag.
    """
    verstrichene_gespraeche: list[VerstrichenesGespraech]
    """Verstrichene Gespräche.

    Qualitätsdialoge und Trägergespräche, deren Tag vorbei ist und nach denen nichts eingetragen
    ist; die ältesten zuerst. Fehlt ohne Stichtag.
    """
    beendete_vereinbarungen: list[BeendeteVereinbarung]
    """Beendete Vereinbarungen.

    Vereinbarungen, deren Zeitraum vor dem Stichtag zu Ende ist und denen ein Ergebnis oder eine
    Nachfolge fehlt; die ältesten zuerst. Fehlt ohne Stichtag.
    """
    termine: list[Termin]
    """Termine.

    Was vom Stichtag an bevorsteht, nach dem Tag geordnet; zuletzt, was keinen bestimmten Tag hat
    und deshalb nicht im Kalender steht. Fehlt ohne Stichtag.
    """
    vergleich: Vergleich
    """Vergleich.

    Was sich gegenüber einer früheren Auswertung geändert hat; nur, wo eine genannt ist.
    """


class Rundungsregel(TypedDict):
    """Rundung.

    Wie gerundet ist.
    """

    stellen: int
    """Stellen.

    Auf wie viele Nachkommastellen.
    """
    modus: Rundungsmodus
    """Modus.

    Wie gerundet wird.
    """
    zeitpunkt: Rundungszeitpunkt
    """Zeitpunkt.

    Was gerundet wird.
    """


class _TagessatzberechnungRequired(TypedDict):
    berechnungstage: int
    """Berechnungstage.

    Tage je Platz und Jahr; ohne Angabe 365.
    """
    auslastung: Zahl
    """Auslastung.

    Auslastung in Prozent; ohne Angabe 100.
    """


class Tagessatzberechnung(_TagessatzberechnungRequired, total=False):
    """Berechnung des Tagessatzes.

    Das Entgelt je Platz und Tag: Kosten nach Abzug, geteilt durch die Belegungstage.
    """

    plaetze: int
    """Plätze.

    Plätze, mit denen gerechnet wird; ohne Angabe die vereinbarten des Leistungsangebots.
    """
    belegungstage: Rechenwert
    """Belegungstage.

    Plätze mal Berechnungstage mal Auslastung.
    """
    bestandteile: list[Bestandteil]
    """Entgeltbestandteile.

    Die Bestandteile in der Reihenfolge der Vereinbarung.
    """
    investitionen: Rechenwert
    """Investitionen.

    Was davon auf betriebsnotwendige Investitionen entfällt: ihre vereinbarten, sonst ihre
    berechneten Beträge in Euro. Fehlt ohne einen solchen Bestandteil, und wenn zu einem der
    Betrag fehlt.
    """
    genau: Rechenwert
    """Genauer Betrag.

    Summe der genauen Beträge, vor der Rundung. Fehlt, wenn alle Bestandteile nur vereinbart sind.
    """
    summe_gerundet: Betrag
    """Summe, je Bestandteil gerundet.

    Summe der gerundeten Beträge, wenn sie von der gerundeten Summe abweicht.
    """
    gesamt_gerundet: Betrag
    """Summe, gesamt gerundet.

    Gerundete Summe der genauen Beträge, wenn sie von der Summe der gerundeten abweicht.
    """
    betrag: Betrag
    """Betrag je Platz und Tag.

    Der Tagessatz in Euro. Er fehlt, wenn ein Bestandteil nicht zu berechnen ist.
    """
    vereinbart: Betrag
    """Vereinbart.

    Der vereinbarte Tagessatz.
    """
    tage_je_monat: Zahl
    """Tage je Monat.

    Mit wie vielen Tagen ein Monat gerechnet wird, wenn der Tagessatz je Monat gezahlt wird.
    """
    genau_je_monat: Rechenwert
    """Genauer Betrag je Monat.

    Vereinbarter, sonst berechneter Tagessatz mal Tage je Monat, vor der Rundung.
    """
    betrag_je_monat: Betrag
    """Betrag je Monat.

    Gerundeter Betrag je Platz und Monat in Euro.
    """
    schritte: list[Schritt]
    """Schritte.

    Die vereinbarten Änderungen in ihrer Reihenfolge.
    """


class Bestandteil(TypedDict, total=False):
    """Entgeltbestandteil.

    Ein Bestandteil des Entgelts, von den Kosten bis zum Betrag.
    """

    bezeichnung: str
    """Bezeichnung.

    Name des Bestandteils.
    """
    art: Bestandteilart
    """Art.

    Wofür der Bestandteil gezahlt wird.
    """
    kosten: list[Kosten]
    """Kosten.

    Die Kosten eines Jahres.
    """
    zwischensummen: list[Zwischensumme]
    """Zwischensummen.

    Summen der Personal-, Sach- und Investitionskosten, wenn es mehr als eine dieser Gruppen gibt
    und jede Position ihre Kostenart und ihren Betrag hat.
    """
    summe_kosten: Rechenwert
    """Summe der Kosten.

    Summe in Euro. Sie fehlt, wenn zu einer Position der Betrag fehlt.
    """
    abzuege: list[Abzug]
    """Abzüge.

    Erlöse und Förderungen, die abgezogen werden.
    """
    summe_abzuege: Rechenwert
    """Summe der Abzüge.

    Summe in Euro. Sie fehlt, wenn zu einem Abzug der Betrag fehlt.
    """
    kosten_nach_abzug: Rechenwert
    """Kosten nach Abzug.

    Summe der Kosten weniger Summe der Abzüge. Sie fehlen, wenn mehr abgezogen wird, als Kosten
    entstehen.
    """
    genau: Rechenwert
    """Genauer Betrag.

    Kosten nach Abzug, geteilt, vor der Rundung. Ohne Kosten fehlt er.
    """
    betrag: Betrag
    """Betrag.

    Gerundeter Betrag in Euro; ohne Kosten der vereinbarte.
    """
    vereinbart: Betrag
    """Vereinbart.

    Der vereinbarte Betrag.
    """


class Kosten(TypedDict, total=False):
    """Kostenposition.

    Kosten eines Jahres: ein Betrag, Menge mal Satz, oder ein Anteil an anderen Kosten.
    """

    bezeichnung: str
    """Bezeichnung.

    Wofür die Kosten entstehen.
    """
    kostenart: Kostenart
    """Kostenart.

    Zu welcher Art von Kosten sie gehören.
    """
    gruppe: Kostengruppe
    """Kostengruppe.

    Zu welcher Gruppe die Kostenart gehört.
    """
    menge: Zahl
    """Menge.

    Wie viel davon, zum Beispiel Vollzeitstellen.
    """
    einheit: Mengeneinheit
    """Einheit.

    Was die Menge zählt; bei Personalkosten ohne Angabe Vollzeitstellen.
    """
    satz: Betrag
    """Satz.

    Kosten je Einheit und Jahr in Euro.
    """
    prozent: Zahl
    """Prozent.

    Anteil an anderen Kosten in Prozent.
    """
    grundbetrag: Rechenwert
    """Grundbetrag.

    Summe der Kosten in Euro, von denen der Anteil genommen ist. Sie fehlt, wenn zu einer dieser
    Positionen der Betrag fehlt.
    """
    betrag: Rechenwert
    """Betrag.

    Kosten des Jahres in Euro: der vereinbarte Betrag, sonst Menge mal Satz oder der Anteil in
    Prozent, nicht gerundet.
    """
    gerechnet: Rechenwert
    """Gerechnet.

    Menge mal Satz oder der Anteil in Euro, auf Cent gerundet, wenn der genannte Betrag ein
    anderer ist.
    """
    deckt: str
    """Deckt.

    Abschnitt der Vereinbarung, den die Kosten decken.
    """


class Zwischensumme(TypedDict):
    """Zwischensumme.

    Summe der Kosten einer Gruppe.
    """

    gruppe: Kostengruppe
    """Kostengruppe.

    Welche Kosten summiert sind.
    """
    betrag: Rechenwert
    """Betrag.

    Summe in Euro.
    """


class Abzug(TypedDict, total=False):
    """Abzug.

    Was von den Kosten abgezogen wird.
    """

    bezeichnung: str
    """Bezeichnung.

    Wofür: ein Erlös oder eine Förderung.
    """
    betrag: Betrag
    """Betrag.

    Betrag des Jahres in Euro.
    """


class Schritt(TypedDict, total=False):
    """Schritt des Entgelts.

    Eine vereinbarte Änderung des Entgelts und der Betrag, der daraus folgt.
    """

    ab: Datum
    """Ab.

    Der Tag, ab dem der neue Betrag gilt.
    """
    bis_dahin: Betrag
    """Bis dahin.

    Der Betrag in Euro, der bis dahin gilt.
    """
    ohne_investitionen: Rechenwert
    """Ohne Investitionen.

    Was davon steigt, wenn ein Prozentsatz vereinbart ist: der Betrag ohne betriebsnotwendige
    Investitionen.
    """
    prozent: Zahl
    """Prozent.

    Um wie viel Prozent er steigt.
    """
    genau: Rechenwert
    """Genauer Betrag.

    Der neue Betrag vor der Rundung, wenn ein Prozentsatz vereinbart ist.
    """
    betrag: Betrag
    """Betrag.

    Der neue Betrag in Euro; ohne Prozentsatz der vereinbarte.
    """
    vereinbart: Betrag
    """Vereinbart.

    Der vereinbarte neue Betrag.
    """


class Abwesenheitsentgelt(TypedDict):
    """Entgelt bei Abwesenheit.

    Was je Tag der Abwesenheit gezahlt wird: der Anteil am vereinbarten, sonst am berechneten
    Tagessatz. Fehlt ohne Tagessatz.
    """

    prozent: Zahl
    """Prozent.

    Wie viel Prozent des Tagessatzes gezahlt werden.
    """
    genau: Rechenwert
    """Genauer Betrag.

    Betrag je Tag vor der Rundung.
    """
    betrag: Betrag
    """Betrag.

    Gerundeter Betrag je Tag in Euro.
    """


class Fachleistungsstundenberechnung(TypedDict, total=False):
    """Berechnung der Fachleistungsstunde.

    Das Entgelt je Fachleistungsstunde: Jahreskosten geteilt durch die Netto-Jahresarbeitszeit.
    """

    bezeichnung: str
    """Bezeichnung.

    Wofür sie gilt.
    """
    qualifikation: str
    """Qualifikation.

    Für welche Qualifikation des Personals sie gilt.
    """
    arbeitszeit: Arbeitszeit
    """Arbeitszeit.

    Die Netto-Jahresarbeitszeit, wenn zur Jahresarbeitszeit etwas vereinbart ist.
    """
    bestandteile: list[Bestandteil]
    """Entgeltbestandteile.

    Die Bestandteile in der Reihenfolge der Vereinbarung.
    """
    investitionen: Rechenwert
    """Investitionen.

    Was davon auf betriebsnotwendige Investitionen entfällt: ihre vereinbarten, sonst ihre
    berechneten Beträge in Euro. Fehlt ohne einen solchen Bestandteil, und wenn zu einem der
    Betrag fehlt.
    """
    genau: Rechenwert
    """Genauer Betrag.

    Summe der genauen Beträge, vor der Rundung. Fehlt, wenn alle Bestandteile nur vereinbart sind.
    """
    summe_gerundet: Betrag
    """Summe, je Bestandteil gerundet.

    Summe der gerundeten Beträge, wenn sie von der gerundeten Summe abweicht.
    """
    gesamt_gerundet: Betrag
    """Summe, gesamt gerundet.

    Gerundete Summe der genauen Beträge, wenn sie von der Summe der gerundeten abweicht.
    """
    betrag: Betrag
    """Betrag je Stunde.

    Das Entgelt je Fachleistungsstunde in Euro. Es fehlt, wenn ein Bestandteil nicht zu berechnen
    ist.
    """
    vereinbart: Betrag
    """Vereinbart.

    Der vereinbarte Betrag je Stunde.
    """
    schritte: list[Schritt]
    """Schritte.

    Die vereinbarten Änderungen in ihrer Reihenfolge.
    """


class _ArbeitszeitRequired(TypedDict):
    direkte_minuten: int
    """Direkte Minuten.

    Minuten je Fachleistungsstunde, die am jungen Menschen oder in der Familie geleistet werden;
    ohne Angabe 60.
    """
    stellen: Zahl
    """Stellen.

    Vollzeitstellen hinter den Kosten; ohne Angabe 1.
    """


class Arbeitszeit(_ArbeitszeitRequired, total=False):
    """Netto-Jahresarbeitszeit.

    Von der Arbeitszeit eines Jahres zu den Stunden, die in Rechnung gestellt werden können.
    """

    arbeitstage: int
    """Arbeitstage.

    Arbeitstage eines Jahres vor Abzug.
    """
    wochenstunden: Zahl
    """Wochenstunden.

    Vertragliche Arbeitszeit je Woche.
    """
    stunden_je_tag: Rechenwert
    """Stunden je Tag.

    Vertragliche Arbeitszeit je Tag; ohne Angabe ein Fünftel der Wochenstunden.
    """
    brutto_stunden: Rechenwert
    """Brutto-Stunden.

    Arbeitstage mal Stunden je Tag, ohne Arbeitstage 365 Siebtel der Wochenstunden.
    """
    minderzeiten: list[Minderzeit]
    """Allgemeine Minderzeiten.

    Tage oder Stunden, in denen nicht gearbeitet wird.
    """
    minderzeiten_tage: Rechenwert
    """Tage der Minderzeiten.

    Summe in Tagen. Sie fehlt, wenn keine Minderzeit nach Tagen zählt oder eine gar keine Angabe
    hat.
    """
    minderzeiten_stunden: Rechenwert
    """Stunden der Minderzeiten.

    Tage der Minderzeiten mal Stunden je Tag, dazu die Minderzeiten in Stunden.
    """
    bereinigte_stunden: Rechenwert
    """Bereinigte Stunden.

    Brutto-Stunden weniger Minderzeiten.
    """
    fachliche_minderzeit_prozent: Zahl
    """Fachliche Minderzeit in Prozent.

    Fach- und fallspezifische Minderzeit, Anteil an den Brutto-Stunden.
    """
    fachliche_minderzeit_stunden: Rechenwert
    """Fachliche Minderzeit in Stunden.

    Dieser Anteil in Stunden.
    """
    netto_stunden: Rechenwert
    """Netto-Stunden.

    Berechnete Netto-Stunden einer Vollzeitstelle.
    """
    vereinbarte_stunden: Rechenwert
    """Vereinbarte Netto-Stunden.

    Vereinbarte Netto-Stunden einer Vollzeitstelle im Jahr; vereinbarte Stunden je Monat mal 12.
    Sie gelten anstelle der berechneten.
    """
    stunden_insgesamt: Rechenwert
    """Stunden insgesamt.

    Stunden, durch die die Jahreskosten geteilt werden: Netto-Stunden mal Stellen.
    """


class Minderzeit(TypedDict, total=False):
    """Minderzeit.

    Tage oder Stunden im Jahr, in denen nicht gearbeitet wird.
    """

    bezeichnung: str
    """Bezeichnung.

    Wodurch sie entsteht.
    """
    tage: Zahl
    """Tage.

    Tage im Jahr.
    """
    stunden: Zahl
    """Stunden.

    Stunden im Jahr, wenn sie nicht nach Tagen zählt.
    """


class _TagespauschaleRequired(TypedDict):
    tage_je_monat: Zahl
    """Tage je Monat.

    Mit wie vielen Tagen ein Monat gerechnet wird; ohne Angabe 30.4.
    """


class Tagespauschale(_TagespauschaleRequired, total=False):
    """Pauschale.

    Ein Betrag je Monat und der Betrag je Tag, der daraus folgt, oder umgekehrt.
    """

    bezeichnung: str
    """Bezeichnung.

    Wofür sie gilt.
    """
    betrag: Betrag
    """Betrag je Monat.

    Betrag je Monat in Euro: der vereinbarte, sonst der aus dem Betrag je Tag berechnete.
    """
    genau: Rechenwert
    """Genauer Betrag.

    Der berechnete Betrag, je Tag oder je Monat, vor der Rundung.
    """
    betrag_je_tag: Betrag
    """Betrag je Tag.

    Betrag je Tag in Euro: der aus dem Betrag je Monat berechnete, sonst der vereinbarte.
    """
    vereinbart: Betrag
    """Vereinbart.

    Der vereinbarte Betrag je Tag.
    """
    schritte: list[Schritt]
    """Schritte.

    Die vereinbarten Änderungen in ihrer Reihenfolge.
    """


class Jahresbudgetberechnung(TypedDict, total=False):
    """Berechnung des Jahresbudgets.

    Das Entgelt für ein ganzes Jahr: die Kosten nach Abzug, ungeteilt.
    """

    bestandteile: list[Bestandteil]
    """Entgeltbestandteile.

    Die Bestandteile in der Reihenfolge der Vereinbarung.
    """
    investitionen: Rechenwert
    """Investitionen.

    Was davon auf betriebsnotwendige Investitionen entfällt: ihre vereinbarten, sonst ihre
    berechneten Beträge in Euro. Fehlt ohne einen solchen Bestandteil, und wenn zu einem der
    Betrag fehlt.
    """
    genau: Rechenwert
    """Genauer Betrag.

    Summe der genauen Beträge, vor der Rundung. Fehlt, wenn alle Bestandteile nur vereinbart sind.
    """
    summe_gerundet: Betrag
    """Summe, je Bestandteil gerundet.

    Summe der gerundeten Beträge, wenn sie von der gerundeten Summe abweicht.
    """
    gesamt_gerundet: Betrag
    """Summe, gesamt gerundet.

    Gerundete Summe der genauen Beträge, wenn sie von der Summe der gerundeten abweicht.
    """
    betrag: Betrag
    """Betrag je Jahr.

    Das Jahresbudget in Euro. Es fehlt, wenn ein Bestandteil nicht zu berechnen ist.
    """
    vereinbart: Betrag
    """Vereinbart.

    Das vereinbarte Jahresbudget.
    """
    raten: int
    """Raten.

    In wie vielen gleichen Raten es gezahlt wird.
    """
    genau_je_rate: Rechenwert
    """Genauer Betrag je Rate.

    Vereinbartes, sonst berechnetes Budget, durch die Zahl der Raten geteilt, vor der Rundung.
    """
    betrag_je_rate: Betrag
    """Betrag je Rate.

    Gerundeter Betrag je Rate in Euro.
    """
    schritte: list[Schritt]
    """Schritte.

    Die vereinbarten Änderungen in ihrer Reihenfolge.
    """


class _BerechnungRequired(TypedDict):
    art: Literal["berechnung"]
    """Art des Dokuments.

    Kennzeichen dieses Dokuments.
    """
    rundung: Rundungsregel
    """Rundung.

    Wie gerundet ist.
    """


class Berechnung(_BerechnungRequired, total=False):
    """Berechnung des Entgelts.

    Das Entgelt einer Vereinbarung, mit dem ganzen Weg von den Kosten zum Betrag und den
    vereinbarten Beträgen zum Vergleich.
    """

    stellen_insgesamt: Rechenwert
    """Stellen insgesamt.

    Vollzeitstellen der Leistungsvereinbarung zusammen. Fehlt, wenn zu einer Stelle der Umfang
    fehlt.
    """
    tagessatz: Tagessatzberechnung
    """Tagessatz.

    Das Entgelt je Platz und Tag.
    """
    abwesenheit: Abwesenheitsentgelt
    """Abwesenheit.

    Das Entgelt je Tag der Abwesenheit.
    """
    fachleistungsstunden: list[Fachleistungsstundenberechnung]
    """Fachleistungsstunden.

    Das Entgelt je Fachleistungsstunde, in der Reihenfolge der Vereinbarung.
    """
    pauschalen: list[Tagespauschale]
    """Pauschalen.

    Pauschalen je Monat und je Tag.
    """
    jahresbudget: Jahresbudgetberechnung
    """Jahresbudget.

    Das Entgelt für ein ganzes Jahr.
    """
