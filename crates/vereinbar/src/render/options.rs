use serde::{Deserialize, Serialize};
use vereinbar_pdf::Standard;

use super::Letterhead;
use crate::modell::Datum;
use crate::validate::{Profile, Stage, ValidateOptions};

/// How a document is made. The default is what an office archives: PDF/A-3a and
/// PDF/UA-1 with the data attached, no letterhead, no Ausfüllhilfe.
///
/// It serialises, to be handed to another process of the same version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RenderOptions {
    /// The PDF standard. Under `a-2a+ua-1` the data is not attached, since
    /// PDF/A-2 does not allow it; such a file cannot be read back.
    #[serde(with = "super::by_name")]
    pub standard: Standard,
    /// Whether the Ausfüllhilfe is printed.
    pub ausfuellhilfe: Ausfuellhilfe,
    /// Whose words the form has.
    pub wortlaut: Wortlaut,
    /// The publication that the Ausfüllhilfe calls „die Empfehlungen“, as it is to be named at
    /// its end. The form does not say which it is.
    pub quelle: Option<String>,
    /// Logo, lines and accent colour of the office, and the logo of the Träger.
    pub letterhead: Option<Letterhead>,
    /// Refuse an agreement that is not ready to be signed, and leave no room to write but
    /// for place, date and signatures.
    pub require_complete: bool,
    /// Make a form to fill in with any PDF reader: what is missing is an empty field, and what is
    /// there stands in its field and can be changed. [`extract`](crate::extract()) reads the
    /// answers. For capture, not for the record: who signs it signs what can be changed.
    pub fillable: bool,
    /// Make a field of each signature, for programs that sign. Such a document is the record,
    /// so the agreement has to be ready to be signed, as for
    /// [`require_complete`](Self::require_complete).
    pub signature_fields: bool,
    /// As in [`ValidateOptions::stichtag`].
    pub stichtag: Option<Datum>,
    /// As in [`ValidateOptions::profile`].
    pub profile: Profile,
}

impl RenderOptions {
    /// How an agreement is checked before it is printed.
    #[must_use]
    pub fn validate_options(&self) -> ValidateOptions {
        ValidateOptions { stage: self.stage(), stichtag: self.stichtag, profile: self.profile.clone() }
    }

    /// Whether an agreement that was checked for these has been checked for what is asked here.
    pub(super) fn asks_for(&self, checked: &ValidateOptions) -> bool {
        let ValidateOptions { stage, stichtag, profile } = checked;
        (*stage, *stichtag, profile) == (self.stage(), self.stichtag, &self.profile)
    }

    /// Whether it is to be signed.
    pub(super) const fn is_final(&self) -> bool {
        self.require_complete || self.signature_fields
    }

    pub(super) const fn stage(&self) -> Stage {
        if self.is_final() { Stage::Unterschriftsreif } else { Stage::Entwurf }
    }
}

/// How many agreements are made into one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CollectionOptions {
    /// How each of them is made.
    pub render: RenderOptions,
    /// Let each agreement begin on an odd page, and so on a sheet of its own where both sides
    /// of the paper are printed. The page that this leaves empty has neither header nor footer.
    pub duplex: bool,
}

impl From<RenderOptions> for CollectionOptions {
    fn from(render: RenderOptions) -> Self {
        Self { render, duplex: false }
    }
}

codes! {
    /// Whether the help for filling in the form is printed.
    #[derive(Default, Deserialize)]
    pub enum Ausfuellhilfe, "Das ist keine Angabe zur Ausfüllhilfe." {
        /// The form alone.
        #[default]
        Ohne: "ohne", "ohne Ausfüllhilfe";
        /// After the form, on a page of its own.
        Angehaengt: "angehaengt", "Ausfüllhilfe angehängt";
        /// The help alone; no data is attached.
        Allein: "allein", "nur die Ausfüllhilfe";
    }
}

/// How the report on an evaluation is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReportOptions {
    /// As in [`RenderOptions::standard`].
    pub standard: Standard,
    /// As in [`RenderOptions::letterhead`].
    pub letterhead: Option<Letterhead>,
    /// Where the lists are printed that the numbers rest on.
    pub listen: Listen,
}

codes! {
    /// Where the lists of a report are printed: every Ziel, what is due and ahead, the
    /// agreements behind each number.
    #[derive(Default)]
    pub enum Listen, "Das ist keine Angabe zu den Listen." {
        /// After the report, as its Anlage.
        #[default]
        Angehaengt: "angehaengt", "Listen als Anlage angehängt";
        /// The report alone.
        Ohne: "ohne", "ohne Listen";
        /// The Anlage alone, a document of its own.
        Allein: "allein", "nur die Listen";
    }
}

codes! {
    /// Whether the form is printed in the words of its publisher or with its slips put right.
    #[derive(Default, Deserialize)]
    pub enum Wortlaut, "Diesen Wortlaut gibt es nicht." {
        /// The publisher's words: the free side signs as „Leistungsträger“.
        #[default]
        Original: "original", "Wortlaut des Vordrucks";
        /// The free side signs as „Leistungserbringer“, and slips of spelling are put right.
        Berichtigt: "berichtigt", "berichtigter Wortlaut";
    }
}
