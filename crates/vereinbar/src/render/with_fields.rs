//! Documents with form fields: forms to fill in, and records with fields for signatures.

use serde_json::Value;
use vereinbar_pdf::acroform::DeclaredFields;
use vereinbar_pdf::{Engine, Pdf};

use super::error::{FillableConflict, RenderError};
use super::input;
use super::missing_glyphs::with_printable;
use super::options::{Ausfuellhilfe, RenderOptions};
use super::printable::berechnung;
use super::sheet::{Fields, Sheet};
use crate::fillable::{Plan, describe, emptied, too_long, without};
use crate::finding::Finding;

/// How often what is printed and what is in fields is brought into agreement.
const ROUNDS: usize = 8;

/// The PDF of a sheet, with the fields that the options ask for, and what there is to say
/// about the fields.
pub(super) fn document(
    engine: &Engine,
    mut sheet: Sheet<'_>,
    options: &RenderOptions,
) -> Result<(Pdf, Vec<Finding>), RenderError> {
    let print = |sheet: &Sheet<'_>| with_printable(|also| engine.pdf(input::job(sheet, options, also)));
    if !options.fillable && !options.signature_fields {
        return Ok((print(&sheet)?, Vec::new()));
    }
    if options.fillable {
        possible(options)?;
    }
    // It was written by this crate.
    let data: Value = serde_json::from_str(&sheet.json).unwrap_or_default();
    if options.fillable {
        return laid_out(&mut sheet, &data, print);
    }
    let mut pdf = print(&sheet)?;
    let declared = DeclaredFields::read(&pdf.bytes)?;
    let fields = describe(sheet.art, declared.places(), &data);
    pdf.bytes = declared.stamp(fields)?;
    Ok((pdf, Vec::new()))
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
) -> Result<(Pdf, Vec<Finding>), RenderError> {
    let art = sheet.art;
    let set = |sheet: &mut Sheet<'_>, printed: &Value, plan: &Plan| {
        let printed = printed.to_string();
        // What is printed as calculated follows from what is printed, not from what may change.
        sheet.berechnung = berechnung(&printed);
        sheet.fields = Some(Fields { printed, heights: plan.heights.clone() });
    };
    set(sheet, &emptied(art, data), &Plan::default());
    let mut plan: Option<Plan> = None;
    let mut rounds = 0..ROUNDS;
    loop {
        let mut pdf = print(sheet)?;
        let declared = DeclaredFields::read(&pdf.bytes)?;
        let fields = describe(art, declared.places(), data);
        let next = Plan::new(art, declared.places(), &fields, data);
        let now = match plan.take() {
            None => next,
            Some(before) => before.narrowed(next),
        };
        let printed = without(data, &now.paths);
        let text = printed.to_string();
        let is_done =
            sheet.fields.as_ref().is_some_and(|fields| fields.printed == text && fields.heights == now.heights);
        if is_done || rounds.next().is_none() {
            let findings = too_long(art, declared.places(), &fields);
            // Otherwise a value that has lost its field in the last round is not printed either.
            pdf.is_settled &= is_done;
            pdf.bytes = declared.stamp(fields)?;
            return Ok((pdf, findings));
        }
        set(sheet, &printed, &now);
        plan = Some(now);
    }
}
