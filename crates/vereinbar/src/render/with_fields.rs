//! Documents with form fields: forms to fill in, and records with fields for signatures.

use serde_json::Value;
use vereinbar_pdf::acroform::{Declared, declared, stamp};
use vereinbar_pdf::{Engine, Pdf};

use super::error::{FillableConflict, RenderError};
use super::input;
use super::missing_glyphs::with_printable;
use super::options::{Ausfuellhilfe, RenderOptions};
use super::printable::berechnung;
use super::sheet::{Fields, Sheet};
use crate::fillable::{Plan, describe, emptied, without};

/// How often what is printed and what is in fields is brought into agreement.
const ROUNDS: usize = 4;

/// The PDF of a sheet, with the fields that the options ask for.
pub(super) fn document(engine: &Engine, mut sheet: Sheet<'_>, options: &RenderOptions) -> Result<Pdf, RenderError> {
    let print = |sheet: &Sheet<'_>| with_printable(|also| engine.pdf(input::job(sheet, options, also)));
    if !options.fillable && !options.signature_fields {
        return print(&sheet);
    }
    if options.fillable {
        possible(options)?;
    }
    // It was written by this crate.
    let data: Value = serde_json::from_str(&sheet.json).unwrap_or_default();
    let mut pdf = if options.fillable { laid_out(&mut sheet, &data, print)? } else { print(&sheet)? };
    let art = sheet.art;
    pdf.bytes = stamp(&pdf.bytes, |declared| describe(art, declared, &data))?;
    Ok(pdf)
}

const fn possible(options: &RenderOptions) -> Result<(), RenderError> {
    let has_data = options.standard.allows_attachment() && !matches!(options.ausfuellhilfe, Ausfuellhilfe::Allein);
    if options.is_final() {
        Err(RenderError::Fillable(FillableConflict::Final))
    } else if has_data {
        Ok(())
    } else {
        Err(RenderError::Fillable(FillableConflict::NoData))
    }
}

/// Prints what is not in fields. Which values have a field is for the template to say, and it
/// may depend on what is printed: so a form with nothing in it says it first, and a value whose
/// field has gone is printed again.
fn laid_out(
    sheet: &mut Sheet<'_>,
    data: &Value,
    print: impl Fn(&Sheet<'_>) -> Result<Pdf, RenderError>,
) -> Result<Pdf, RenderError> {
    let art = sheet.art;
    let set = |sheet: &mut Sheet<'_>, printed: &Value, plan: &Plan| {
        let printed = printed.to_string();
        // What is printed as calculated follows from what is printed, not from what may change.
        sheet.berechnung = berechnung(&printed);
        sheet.fields = Some(Fields { printed, heights: plan.heights.clone() });
    };
    set(sheet, &emptied(art, data), &Plan::default());
    let mut pdf = print(sheet)?;
    let mut plan = Plan::new(art, &declared_fields(&pdf)?, data);
    for _ in 0..ROUNDS {
        let printed = without(data, &plan.paths);
        let text = printed.to_string();
        let is_done =
            sheet.fields.as_ref().is_some_and(|fields| fields.printed == text && fields.heights == plan.heights);
        if is_done {
            break;
        }
        set(sheet, &printed, &plan);
        pdf = print(sheet)?;
        let next = Plan::new(art, &declared_fields(&pdf)?, data);
        // Only those that are there, so that this ends.
        plan.paths.retain(|path| next.paths.contains(path));
        for (path, height) in next.heights {
            plan.heights.entry(path).or_insert(height);
        }
    }
    Ok(pdf)
}

fn declared_fields(pdf: &Pdf) -> Result<Vec<Declared>, RenderError> {
    Ok(declared(&pdf.bytes)?)
}
