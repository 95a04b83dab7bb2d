//! The arguments, with their help in German.

use std::net::IpAddr;
use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::EnumValueParser;
use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;
use vereinbar::limits::{MAX_BLANK_ZEILEN, MAX_BLANK_ZIELE, MAX_LIST_ITEMS};
use vereinbar::modell::Datum;
use vereinbar::{Art, Ausfuellhilfe, BuilderSchema, Listen, PageSelection, Stage, Standard, Wortlaut};
use vereinbar_batch::RowSelection;
use vereinbar_tables::MAX_HEADER_ROW;
use vereinbar_tables::workers::MAX_JOBS;

use crate::output_options::{EvaluationFormat, FormatOption, OptionalOutput, RequiredOutput};
use crate::values::{art, day, kinds, number, parser, port, ppi, yes_or_no};
use crate::worker_process::LimitOptions;

/// Vereinbarungen der Jugendhilfe: aus Daten Formulare (PDF), aus Formularen Daten.
#[derive(Parser)]
#[command(name = "vereinbar", bin_name = "vereinbar", version, subcommand_value_name = "BEFEHL")]
#[command(after_help = "Die Hilfe zu einem Befehl zeigt: vereinbar BEFEHL --help\n\
    Eingabe ist eine JSON-Datei oder ein PDF von vereinbar; - steht für Standardeingabe und Standardausgabe.\n\
    Rückgabewerte: 0 erledigt, 1 Befunde, 2 falscher Aufruf oder nicht lesbare Eingabe,\n\
    3 Fehler des Programms, 130 unterbrochen.")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Füllt das Formular mit den Daten einer Vereinbarung (PDF).
    Render(RenderCommand),
    /// Erzeugt den leeren Vordruck (PDF).
    Blank(BlankCommand),
    /// Prüft Vereinbarungen und nennt alle Befunde.
    Validate(ValidateCommand),
    /// Berechnet das Entgelt einer Leistungs-, Qualitätsentwicklungs- und Entgeltvereinbarung (JSON).
    Calculate(CalculateCommand),
    /// Liest die Daten aus einem PDF zurück (JSON).
    Extract(ExtractCommand),
    /// Zeichnet die Felder eines ausgefüllten Formulars neu, damit es wieder archivierbar ist (PDF).
    Refresh(RefreshCommand),
    /// Zeichnet Seiten als Bilder (PNG).
    Preview(PreviewCommand),
    /// Füllt das Formular für jede Zeile einer Tabelle (viele PDFs).
    Batch(Box<BatchCommand>),
    /// Legt eine Arbeitsmappe für batch an, leer oder aus den Vereinbarungen eines Ordners (XLSX, CSV).
    Table(TableCommand),
    /// Schlägt vor, welche Felder die Überschriften einer eigenen Liste füllen.
    Columns(ColumnsCommand),
    /// Ändert einzelne Angaben einer Vereinbarung (PDF, JSON).
    Set(SetCommand),
    /// Wertet Vereinbarungen gemeinsam aus: Bericht für den Jugendhilfeausschuss (PDF), Tabellen, Termine.
    Evaluate(EvaluateCommand),
    /// Gibt die eingebauten Vorlagen heraus, um Wortlaut und Aussehen zu ändern.
    Templates(TemplatesCommand),
    /// Öffnet das Formular im Browser, das Blatt daneben; zugleich eine HTTP-Schnittstelle für andere Programme.
    Serve(ServeCommand),
    /// Gibt das JSON-Schema der Daten aus.
    Schema(SchemaCommand),
    /// Gibt die Vervollständigung für eine Shell aus.
    Completions(CompletionsCommand),
}

#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command")]
pub(crate) struct RenderCommand {
    /// Die Vereinbarung: JSON, ein PDF von vereinbar, oder - für Standardeingabe.
    #[arg(value_name = "DATEI")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) document: DocumentOptions,
    #[command(flatten)]
    pub(crate) output: RequiredOutput,
    /// Nur erzeugen, wenn die Vereinbarung unterschriftsreif ist; Platz zum Schreiben bleibt dann nur an der Unterschrift.
    #[arg(long)]
    pub(crate) require_complete: bool,
    /// Ein Formular zum Ausfüllen am Bildschirm: Was schon bekannt ist, steht in den Feldern und lässt sich ändern.
    #[arg(long, conflicts_with_all = ["require_complete", "signature_fields"])]
    pub(crate) fillable: bool,
    /// Ein Feld je Unterschrift, zum Signieren mit einem Programm; nur wenn die Vereinbarung unterschriftsreif ist.
    #[arg(long)]
    pub(crate) signature_fields: bool,
    /// Bei jeder Änderung an Daten, Vorlagen, Logo oder Prüfprofil neu erzeugen, bis zum Abbruch mit Strg+C.
    #[arg(long)]
    pub(crate) watch: bool,
    #[command(flatten)]
    pub(crate) format: FormatOption,
}

#[derive(Args)]
pub(crate) struct BlankCommand {
    #[arg(help = kinds("Art der Vereinbarung"), value_name = "ART", value_parser = art())]
    pub(crate) art: Art,
    #[command(flatten)]
    pub(crate) document: DocumentOptions,
    #[command(flatten)]
    pub(crate) output: RequiredOutput,
    /// Für wie viele Ziele Platz ist (Vorgabe 2, wie im Vordruck).
    #[arg(long, value_name = "ZAHL", value_parser = number::<MAX_BLANK_ZIELE>)]
    pub(crate) ziele: Option<NonZeroUsize>,
    /// Für wie viele Kriterien, Maßnahmen und Überprüfungen je Ziel und Seite Platz ist (Vorgabe 3).
    #[arg(long, value_name = "ZAHL", value_parser = number::<MAX_BLANK_ZEILEN>)]
    pub(crate) zeilen: Option<NonZeroUsize>,
    /// Ein Formular zum Ausfüllen am Bildschirm, mit jedem Programm für PDF.
    #[arg(long)]
    pub(crate) fillable: bool,
}

#[derive(Args)]
pub(crate) struct ValidateCommand {
    /// Die Vereinbarungen: JSON, PDFs von vereinbar, oder - für Standardeingabe.
    #[arg(value_name = "DATEI", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// Wofür geprüft wird: entwurf (Vorgabe) oder unterschriftsreif.
    #[arg(long, value_name = "STUFE", default_value = "entwurf", value_parser = parser(Stage::ALL, |stage| stage.as_str()))]
    pub(crate) stage: Stage,
    #[command(flatten)]
    pub(crate) check: CheckOptions,
    #[command(flatten)]
    pub(crate) format: FormatOption,
}

#[derive(Args)]
pub(crate) struct CalculateCommand {
    /// Die Vereinbarung: JSON, ein PDF von vereinbar, oder - für Standardeingabe.
    #[arg(value_name = "DATEI")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) output: OptionalOutput,
}

#[derive(Args)]
pub(crate) struct ExtractCommand {
    /// Das PDF, auch eine Sammeldatei, oder - für Standardeingabe.
    #[arg(value_name = "PDF")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) output: OptionalOutput,
}

#[derive(Args)]
pub(crate) struct RefreshCommand {
    /// Das ausgefüllte Formular (PDF), oder - für Standardeingabe.
    #[arg(value_name = "PDF")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) output: RequiredOutput,
}

#[derive(Args)]
pub(crate) struct PreviewCommand {
    /// Die Vereinbarung: JSON, ein PDF von vereinbar, oder - für Standardeingabe.
    #[arg(value_name = "DATEI")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) output: RequiredOutput,
    /// Welche Seiten: all (Vorgabe), oder zum Beispiel 1 oder 1,3-5. Mehrere Seiten heißen bild-1.png, bild-2.png …
    #[arg(long, value_name = "SEITEN", default_value = "all")]
    pub(crate) pages: PageSelection,
    /// Auflösung in Bildpunkten je Zoll, 10 bis 600 (Vorgabe 110).
    #[arg(long, value_name = "PPI", default_value_t = 110.0, value_parser = ppi)]
    pub(crate) ppi: f32,
    /// Nur zeichnen, wenn die Vereinbarung unterschriftsreif ist.
    #[arg(long)]
    pub(crate) require_complete: bool,
    #[command(flatten)]
    pub(crate) document: DocumentOptions,
}

#[derive(Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command")]
pub(crate) struct BatchCommand {
    /// Die Tabelle (CSV, XLSX, ODS), eine Datei mit einem JSON-Objekt je Zeile (.jsonl), oder ein Ordner mit
    /// JSON-Dateien; - steht für Standardeingabe.
    #[arg(value_name = "TABELLE")]
    pub(crate) table: PathBuf,
    /// Die Grundlage: eine Vereinbarung (JSON oder PDF) mit dem, was alle Zeilen gemeinsam haben.
    #[arg(long, value_name = "DATEI")]
    pub(crate) base: Option<PathBuf>,
    #[arg(help = kinds("Art der Vereinbarung, wenn weder Grundlage noch Arbeitsmappe sie nennen"), long, value_name = "ART", value_parser = art())]
    pub(crate) art: Option<Art>,
    /// Das Tabellenblatt; ohne Angabe „Liste“ oder das erste.
    #[arg(long, value_name = "BLATT")]
    pub(crate) sheet: Option<String>,
    /// Welche Felder eigene Überschriften füllen: eine Datei (JSON, oder eine Tabelle mit Spalte und Feld); das Blatt
    /// „Spalten“ der Arbeitsmappe gilt auch so. Vorschläge macht vereinbar columns.
    #[arg(long, value_name = "DATEI")]
    pub(crate) columns: Option<PathBuf>,
    /// Die Zeile mit den Überschriften, wenn darüber anderes steht; ohne Angabe wird sie gesucht.
    #[arg(long, value_name = "ZAHL", value_parser = number::<MAX_HEADER_ROW>)]
    pub(crate) header_row: Option<NonZeroUsize>,
    /// Ordner für die PDFs und das Protokoll batch.jsonl.
    #[arg(short, long, value_name = "ORDNER", required_unless_present_any = ["zip", "combined", "check"])]
    pub(crate) out: Option<PathBuf>,
    /// Ein ZIP-Archiv mit allen PDFs.
    #[arg(long, value_name = "DATEI")]
    pub(crate) zip: Option<PathBuf>,
    /// Eine Sammeldatei für den Druck: alle Vereinbarungen in einem PDF.
    #[arg(long, value_name = "DATEI")]
    pub(crate) combined: Option<PathBuf>,
    /// Für beidseitigen Druck: In der Sammeldatei beginnt jede Vereinbarung auf einer ungeraden Seite.
    #[arg(long, requires = "combined")]
    pub(crate) duplex: bool,
    /// Wie die PDFs heißen: Text mit Überschriften in geschweiften Klammern (Vorgabe {traeger.name}), {#Nr} für eine
    /// eigene Spalte. {nr} zählt die Zeilen und ändert sich, wenn die Tabelle sortiert wird. Gleiche Namen
    /// unterscheidet das Aktenzeichen.
    #[arg(long, value_name = "MUSTER")]
    pub(crate) name: Option<String>,
    /// Je Qualitätsdimension und Maßstab einer Zeile ein eigener Vordruck, wie es die Ausfüllhilfe vorsieht.
    #[arg(long)]
    pub(crate) per_massstab: bool,
    /// Nur prüfen, nichts erzeugen.
    #[arg(long, conflicts_with_all = ["zip", "combined"])]
    pub(crate) check: bool,
    /// Eine Abschrift der Tabelle (XLSX), in der die Befunde stehen: in einer eigenen Spalte, an den Zellen und in
    /// einem Blatt „Befunde“.
    #[arg(long, value_name = "DATEI")]
    pub(crate) marked: Option<PathBuf>,
    /// Nur Zeilen annehmen, die unterschriftsreif sind.
    #[arg(long)]
    pub(crate) require_complete: bool,
    /// Formulare zum Ausfüllen am Bildschirm: Was in der Tabelle steht, steht in den Feldern und lässt sich ändern.
    #[arg(long, conflicts_with_all = ["require_complete", "signature_fields", "combined"])]
    pub(crate) fillable: bool,
    /// Ein Feld je Unterschrift, zum Signieren mit einem Programm; nur für Zeilen, die unterschriftsreif sind.
    #[arg(long, conflicts_with = "combined")]
    pub(crate) signature_fields: bool,
    /// Wie viele Dokumente gleichzeitig entstehen; ohne Angabe so viele, wie der Rechner Kerne hat.
    #[arg(long, value_name = "ZAHL", value_parser = number::<MAX_JOBS>)]
    pub(crate) jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(crate) limits: LimitOptions,
    /// Weitermachen, wo der letzte Lauf aufgehört hat (Vorgabe, wenn im Ordner ein Protokoll liegt).
    #[arg(long, conflicts_with = "no_resume")]
    pub(crate) resume: bool,
    /// Alles neu erzeugen, auch was unverändert vorliegt.
    #[arg(long)]
    pub(crate) no_resume: bool,
    /// Archiv, Sammeldatei und seit dem letzten Lauf veränderte PDFs überschreiben; mit --only die dieser Zeilen.
    #[arg(long)]
    pub(crate) overwrite: bool,
    /// Nur diese Zeilen erzeugen, wie die Tabelle sie zählt: 9 oder 4,12-15. Was die anderen ergeben haben, bleibt.
    #[arg(long, value_name = "ZEILEN", conflicts_with_all = ["zip", "combined"])]
    pub(crate) only: Option<RowSelection>,
    /// Ordner, in den PDFs früherer Läufe kommen, die zu keiner Zeile mehr gehören; ohne Angabe werden sie nur genannt.
    #[arg(long, value_name = "ORDNER", requires = "out")]
    pub(crate) move_orphans: Option<PathBuf>,
    /// Den Bericht auch als Datei schreiben (JSON).
    #[arg(long, value_name = "DATEI")]
    pub(crate) report: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) format: FormatOption,
    #[command(flatten)]
    pub(crate) document: DocumentOptions,
}

#[derive(Args)]
pub(crate) struct TableCommand {
    #[arg(help = kinds("Art der Vereinbarung"), value_name = "ART", required_unless_present = "from", value_parser = art())]
    pub(crate) art: Option<Art>,
    /// Vereinbarungen, die in der Tabelle stehen sollen: PDFs, JSON und Ordner damit; mehrfach möglich.
    #[arg(long, value_name = "PFAD")]
    pub(crate) from: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) output: RequiredOutput,
    /// Wie viele Ziele, Maßnahmen und Personen Platz finden, je Liste (Vorgabe 2).
    #[arg(long, value_name = "ZAHL", default_value = "2", value_parser = number::<MAX_LIST_ITEMS>)]
    pub(crate) entries: NonZeroUsize,
    /// Nur diese Spalten: Felder, mit Komma getrennt, oder eine Datei mit eigenen Überschriften wie bei batch.
    #[arg(long, value_name = "SPALTEN", conflicts_with = "from")]
    pub(crate) columns: Option<String>,
}

#[derive(Args)]
pub(crate) struct ColumnsCommand {
    /// Die Tabelle mit den eigenen Überschriften (CSV, XLSX, ODS).
    #[arg(value_name = "TABELLE")]
    pub(crate) table: PathBuf,
    #[arg(help = kinds("Art der Vereinbarung, wenn keine Arbeitsmappe sie nennt"), long, value_name = "ART", value_parser = art())]
    pub(crate) art: Option<Art>,
    /// Das Tabellenblatt; ohne Angabe „Liste“ oder das erste.
    #[arg(long, value_name = "BLATT")]
    pub(crate) sheet: Option<String>,
    /// Die Zeile mit den Überschriften, wenn darüber anderes steht; ohne Angabe wird sie gesucht.
    #[arg(long, value_name = "ZAHL", value_parser = number::<MAX_HEADER_ROW>)]
    pub(crate) header_row: Option<NonZeroUsize>,
    /// Datei für die Zuordnung: .json, .xlsx oder .csv; ohne Angabe wird sie nur gezeigt.
    #[arg(short, long, value_name = "DATEI")]
    pub(crate) output: Option<PathBuf>,
    /// Die Ausgabedatei überschreiben, wenn es sie schon gibt.
    #[arg(long, requires = "output")]
    pub(crate) overwrite: bool,
}

#[derive(Args)]
pub(crate) struct SetCommand {
    /// Die Vereinbarung: JSON, ein PDF von vereinbar, oder - für Standardeingabe.
    #[arg(value_name = "DATEI")]
    pub(crate) file: PathBuf,
    /// Was sich ändert: Feld=Wert, zum Beispiel 'ziele.1.massnahmen.freier_traeger.2.stand=erledigt'; Feld= leert es.
    #[arg(value_name = "FELD=WERT", required = true)]
    pub(crate) values: Vec<String>,
    #[command(flatten)]
    pub(crate) document: DocumentOptions,
    #[command(flatten)]
    pub(crate) output: RequiredOutput,
    /// Nur erzeugen, wenn die Vereinbarung unterschriftsreif ist.
    #[arg(long)]
    pub(crate) require_complete: bool,
    #[command(flatten)]
    pub(crate) format: FormatOption,
}

#[derive(Args)]
pub(crate) struct EvaluateCommand {
    /// Vereinbarungen: JSON, JSON Lines, PDFs von vereinbar, und Ordner damit.
    #[arg(value_name = "PFAD", required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) output: RequiredOutput,
    /// Tag, an dem gemessen wird, was überfällig ist und was bevorsteht, als TT.MM.JJJJ, oder heute. Ohne Angabe gilt kein
    /// Tag: Die Uhr wird nur mit heute gelesen.
    #[arg(long, value_name = "TAG", value_parser = day)]
    pub(crate) stichtag: Option<Datum>,
    /// Form: pdf, json, csv (eine Datei je Tabelle), xlsx oder ics; ohne Angabe nach der Endung der Datei.
    #[arg(long, value_name = "FORM")]
    pub(crate) format: Option<EvaluationFormat>,
    /// Die Namen der Träger weglassen: ja oder nein. Ohne Angabe: ja, wenn die Vorlage öffentlich ist, sonst nein.
    #[arg(long, value_name = "JA", num_args = 0..=1, require_equals = true, default_missing_value = "ja", value_parser = yes_or_no)]
    pub(crate) anonym: Option<bool>,
    /// Frühere Auswertung (JSON), mit der verglichen wird.
    #[arg(long, value_name = "DATEI")]
    pub(crate) vorher: Option<PathBuf>,
    /// Angaben zur Vorlage für ein Gremium (JSON): Nummer, Gremium, Sitzung, Beschluss und so weiter.
    #[arg(long, value_name = "DATEI")]
    pub(crate) vorlage: Option<PathBuf>,
    /// Listen im PDF: angehaengt (Vorgabe), ohne oder allein (nur die Anlage).
    #[arg(long, value_name = "WIE", default_value = "angehaengt", value_parser = parser(Listen::ALL, |choice| choice.as_str()))]
    pub(crate) listen: Listen,
    /// Wie viele Dateien gleichzeitig gelesen werden; ohne Angabe so viele, wie der Rechner Kerne hat.
    #[arg(long, value_name = "ZAHL", value_parser = number::<MAX_JOBS>)]
    pub(crate) jobs: Option<NonZeroUsize>,
    #[command(flatten)]
    pub(crate) limits: LimitOptions,
    #[command(flatten)]
    pub(crate) layout: LayoutOptions,
}

#[derive(Args)]
pub(crate) struct TemplatesCommand {
    #[command(subcommand)]
    pub(crate) action: TemplatesAction,
}

#[derive(Subcommand)]
pub(crate) enum TemplatesAction {
    /// Schreibt alle Vorlagen mit einer kurzen Anleitung (LIESMICH.md) in einen Ordner.
    Export(ExportCommand),
}

#[derive(Args)]
pub(crate) struct ExportCommand {
    /// Der Ordner; er wird angelegt, wenn es ihn nicht gibt.
    #[arg(value_name = "ORDNER")]
    pub(crate) folder: PathBuf,
    /// Vorhandene Dateien überschreiben.
    #[arg(long)]
    pub(crate) overwrite: bool,
}

#[derive(Args)]
pub(crate) struct ServeCommand {
    /// Anschluss (Port); 0 (Vorgabe) ist einer, der frei ist.
    #[arg(long, value_name = "ZAHL", default_value_t = 0, value_parser = port)]
    pub(crate) port: u16,
    /// Netzadresse, unter der auch andere Rechner den Dienst erreichen; dann ist --token nötig.
    #[arg(long, value_name = "ADRESSE", help_heading = "Zugang")]
    pub(crate) listen: Option<IpAddr>,
    /// Was Programme und die geöffnete Adresse vorweisen müssen; ohne Angabe bei jedem Start ein neues.
    #[arg(long, value_name = "TOKEN", help_heading = "Zugang")]
    pub(crate) token: Option<String>,
    /// Name, unter dem der Dienst außer seiner Adresse aufgerufen wird; mehrfach möglich.
    #[arg(long, value_name = "NAME", help_heading = "Zugang")]
    pub(crate) host: Vec<String>,
    /// Ordner, dessen Vereinbarungen aufgelistet, geöffnet und gespeichert werden; ohne Angabe behält der Dienst nichts.
    #[arg(long, value_name = "ORDNER")]
    pub(crate) folder: Option<PathBuf>,
    /// Den Browser nicht öffnen, nur die Adresse nennen.
    #[arg(long)]
    pub(crate) no_open: bool,
}

#[derive(Args)]
pub(crate) struct SchemaCommand {
    /// Art der Vereinbarung; ohne Angabe das Schema aller Arten.
    #[arg(value_name = "ART", value_parser = art())]
    pub(crate) art: Option<Art>,
    /// Für ein Formular im Browser: schema (ohne Verweise), rjsf (uiSchema) oder jsonforms (uischema und Wörter).
    #[arg(long, value_name = "TEIL", requires = "art", value_parser = parser(BuilderSchema::ALL, |part| part.as_str()))]
    pub(crate) builder: Option<BuilderSchema>,
    #[command(flatten)]
    pub(crate) output: OptionalOutput,
}

#[derive(Args)]
pub(crate) struct CompletionsCommand {
    /// bash, elvish, fish, powershell oder zsh.
    #[arg(value_name = "SHELL", value_parser = EnumValueParser::<Shell>::new())]
    pub(crate) shell: Shell,
}

#[derive(Args)]
pub(crate) struct DocumentOptions {
    #[command(flatten)]
    pub(crate) layout: LayoutOptions,
    /// Ausfüllhilfe: ohne (Vorgabe), angehaengt oder allein.
    #[arg(long, value_name = "WIE", default_value = "ohne", value_parser = parser(Ausfuellhilfe::ALL, |choice| choice.as_str()))]
    pub(crate) ausfuellhilfe: Ausfuellhilfe,
    /// Wortlaut des Vordrucks: original (Vorgabe) oder berichtigt (Leistungserbringer statt Leistungsträger).
    #[arg(long, value_name = "WORTLAUT", default_value = "original", value_parser = parser(Wortlaut::ALL, |choice| choice.as_str()))]
    pub(crate) wortlaut: Wortlaut,
    /// Ausfüllhilfe: die Veröffentlichung, die sie „die Empfehlungen“ nennt; sie wird am Ende genannt.
    #[arg(long, value_name = "TEXT")]
    pub(crate) quelle: Option<String>,
    /// Logo des Trägers, rechts; als PNG, JPEG oder SVG.
    #[arg(long, value_name = "DATEI", requires = "traeger_logo_alt")]
    pub(crate) traeger_logo: Option<PathBuf>,
    /// Alternativtext zum Logo des Trägers.
    #[arg(long, value_name = "TEXT", requires = "traeger_logo")]
    pub(crate) traeger_logo_alt: Option<String>,
    #[command(flatten)]
    pub(crate) check: CheckOptions,
}

/// What holds for every PDF.
#[derive(Args)]
pub(crate) struct LayoutOptions {
    /// PDF-Standard: a-3a+ua-1 (Vorgabe), a-2a+ua-1 (ohne Daten im PDF), ua-1 oder plain.
    #[arg(long, value_name = "STANDARD", default_value = "a-3a+ua-1", value_parser = parser(&Standard::ALL, |standard| standard.as_str()))]
    pub(crate) standard: Standard,
    /// Logo als PNG, JPEG oder SVG.
    #[arg(long, value_name = "DATEI", requires = "logo_alt")]
    pub(crate) logo: Option<PathBuf>,
    /// Alternativtext zum Logo, den ein Vorleseprogramm spricht.
    #[arg(long, value_name = "TEXT", requires = "logo")]
    pub(crate) logo_alt: Option<String>,
    /// Eine Zeile; mehrfach möglich.
    #[arg(long, value_name = "TEXT")]
    pub(crate) letterhead_line: Vec<String>,
    /// Akzentfarbe als #rrggbb.
    #[arg(long, value_name = "FARBE")]
    pub(crate) color: Option<String>,
    /// Ordner mit eigenen Vorlagendateien, die einzelne eingebaute ersetzen.
    #[arg(long, value_name = "ORDNER")]
    pub(crate) templates: Option<PathBuf>,
}

/// What findings depend on besides the agreement.
#[derive(Args)]
pub(crate) struct CheckOptions {
    /// Tag, mit dem verglichen wird, als TT.MM.JJJJ, oder heute. Ohne Angabe gilt kein
    /// Tag: Die Uhr wird nur mit heute gelesen.
    #[arg(long, value_name = "TAG", value_parser = day)]
    pub(crate) stichtag: Option<Datum>,
    /// Prüfprofil des Landes oder Amtes (JSON): Schwere der Regeln und Grenzwerte.
    #[arg(long, value_name = "DATEI")]
    pub(crate) profile: Option<PathBuf>,
}
