//! The published numbers (their sources stand at the tests) and synthetic ones.

mod extremes;
mod hours;
mod published;
mod rounding;
mod shares;
mod steps;
mod synthetic;

use serde_json::{Value, json};

use super::{Berechnung, calculate};
use crate::modell::LeqVereinbarung;

/// The calculation, as its JSON, of an Entgeltvereinbarung.
fn calculated(entgeltvereinbarung: &Value) -> Value {
    serde_json::to_value(berechnung(entgeltvereinbarung)).unwrap()
}

fn berechnung(entgeltvereinbarung: &Value) -> Berechnung {
    let vereinbarung: LeqVereinbarung =
        serde_json::from_value(json!({"art": "leq_vereinbarung", "entgeltvereinbarung": entgeltvereinbarung})).unwrap();
    calculate(&vereinbarung)
}

/// A component of these costs.
fn bestandteil(kosten: &[&str]) -> Value {
    json!({"kosten": kosten.iter().map(|betrag| json!({"betrag": betrag})).collect::<Vec<_>>()})
}

/// The `betrag` of each entry.
fn amounts(bestandteile: &Value) -> Vec<&str> {
    bestandteile.as_array().unwrap().iter().map(|bestandteil| bestandteil["betrag"].as_str().unwrap()).collect()
}

/// The calculation of one Fachleistungsstunde.
fn fachleistungsstunde(stunde: &Value) -> Value {
    calculated(&json!({"fachleistungsstunden": [stunde]}))["fachleistungsstunden"][0].take()
}
