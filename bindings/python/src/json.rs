//! Python objects as JSON text, which the library then reads like any other.
//!
//! What cannot be written for its place (a set, a date where a text goes) is
//! written as something that does not fit there. So the library's own finding
//! says what is expected, with pointer and remedy, beside all other findings.
//!
//! A row of a batch is written in the same way, but stands for a row of a table:
//! its keys may be headings, and a date or an amount goes into a text as well.

use pyo3::exceptions::PyUnicodeEncodeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{
    PyBool, PyDate, PyDateTime, PyDict, PyFloat, PyInt, PyList, PyMapping, PyNotImplemented, PySequence, PyString,
    PyTuple, PyType,
};
use serde_json::Value;
use vereinbar::Art;
use vereinbar::limits::MAX_INPUT_BYTES;
use vereinbar::modell::Datum;
use vereinbar::schema::Kind;

use crate::slot::Slot;

/// Deeper than serde_json reads, so that its finding says so.
const MAX_DEPTH: usize = 130;

/// The JSON text of a mapping, or of whatever stands in its place.
pub(crate) fn write(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let mut writer = Writer { is_row: false, text: Vec::with_capacity(8 * 1024) };
    writer.value(value, Slot::whole(art(value)))?;
    Ok(writer.text)
}

/// A row of a batch; `null`, which is no row, for one that is too large.
pub(crate) fn row(value: &Bound<'_, PyAny>, named: Option<Art>) -> PyResult<Value> {
    let mut writer = Writer { is_row: true, text: Vec::with_capacity(1024) };
    writer.value(value, Slot::whole(named.or_else(|| art(value))))?;
    // What is full was not written to its end. Deeper than serde_json reads is too large, too.
    Ok(if writer.is_full() { Value::Null } else { serde_json::from_slice(&writer.text).unwrap_or_default() })
}

/// The kind of agreement, if it says one.
fn art(value: &Bound<'_, PyAny>) -> Option<Art> {
    // Not by item: a `defaultdict` would make one.
    let art = value.cast::<PyMapping>().ok()?.call_method1("get", ("art",)).ok()?;
    art.cast::<PyString>().ok()?.to_str().ok()?.parse().ok()
}

struct Writer {
    is_row: bool,
    text: Vec<u8>,
}

impl Writer {
    fn value(&mut self, value: &Bound<'_, PyAny>, slot: Slot) -> PyResult<()> {
        if slot.depth() > MAX_DEPTH || value.is_none() {
            self.put("null");
        } else if let Ok(text) = value.cast::<PyString>() {
            self.string(text, slot)?;
        } else if let Ok(dict) = value.cast::<PyDict>() {
            // A copy, since Python code that runs meanwhile may change the dict.
            self.object(&dict.items(), slot)?;
        } else if let Ok(list) = value.cast::<PyList>() {
            self.list(list.iter().map(Ok), slot)?;
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.list(tuple.iter().map(Ok), slot)?;
        } else if let Ok(truth) = value.cast::<PyBool>() {
            self.put(if truth.is_true() { "true" } else { "false" });
        } else if value.is_instance_of::<PyInt>() {
            self.integer(value, slot);
        } else if let Ok(number) = value.cast::<PyFloat>() {
            self.float(number.value(), slot);
        } else if value.is_instance_of::<PyDate>() && !value.is_instance_of::<PyDateTime>() {
            self.date(value, slot)?;
        } else if is_decimal(value)? {
            self.decimal(value, slot)?;
        } else if let Ok(mapping) = value.cast::<PyMapping>() {
            self.object(&mapping.items()?, slot)?;
        } else if let Ok(sequence) = value.cast::<PySequence>() {
            self.list(sequence.try_iter()?, slot)?;
        } else {
            self.other(value, slot)?;
        }
        Ok(())
    }

    /// A text over the limit is refused whole, so there is no need to write it whole.
    fn is_full(&self) -> bool {
        self.text.len() > MAX_INPUT_BYTES
    }

    fn object(&mut self, items: &Bound<'_, PyList>, slot: Slot) -> PyResult<()> {
        self.put("{");
        for (index, item) in items.iter().enumerate() {
            if self.is_full() {
                break;
            }
            if index > 0 {
                self.put(",");
            }
            let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
            if let Ok(name) = key.cast::<PyString>() {
                self.name(name)?;
                self.put(":");
                // A name that is not UTF-8 is found as soon as the text is read.
                self.value(&value, slot.field(name.to_str().unwrap_or_default()))?;
            } else {
                // No field is called that; its finding names the type.
                let name = format!("<{}>", key.get_type().name()?);
                self.quoted(&name);
                self.put(":");
                self.value(&value, slot.field(&name))?;
            }
        }
        self.put("}");
        Ok(())
    }

    fn list<'py>(&mut self, entries: impl Iterator<Item = PyResult<Bound<'py, PyAny>>>, slot: Slot) -> PyResult<()> {
        self.put("[");
        for (index, entry) in entries.enumerate() {
            if self.is_full() {
                break;
            }
            if index > 0 {
                self.put(",");
            }
            self.value(&entry?, slot.entry())?;
        }
        self.put("]");
        Ok(())
    }

    fn string(&mut self, text: &Bound<'_, PyString>, slot: Slot) -> PyResult<()> {
        if self.is_row && text.to_str().is_err() {
            // One row of many: it fails at this place, and not as a whole.
            self.misfit(slot);
            return Ok(());
        }
        self.name(text)
    }

    fn name(&mut self, text: &Bound<'_, PyString>) -> PyResult<()> {
        match text.to_str() {
            Ok(text) => self.quoted(text),
            Err(error) if error.is_instance_of::<PyUnicodeEncodeError>(text.py()) => {
                // Half a surrogate pair; the library's finding on encoding speaks of it.
                self.put("\"");
                self.text.extend(encoded(text)?);
                self.put("\"");
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    fn integer(&mut self, value: &Bound<'_, PyAny>, slot: Slot) {
        match value.extract::<i64>() {
            Ok(number) => self.put(&number.to_string()),
            // No number in an agreement is that large.
            Err(_) => self.misfit(slot),
        }
    }

    fn float(&mut self, number: f64, slot: Slot) {
        /// Up to here every whole number is one of `f64`.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if number.is_nan() {
            // pandas has this where a cell is empty.
            self.put("null");
        } else if number.is_infinite() {
            self.misfit(slot);
        } else if number.fract() == 0.0 && number.abs() < EXACT {
            // And it makes fractions of whole numbers as soon as one cell is empty.
            self.put(&format!("{number:.0}"));
        } else {
            self.put(&number.to_string());
        }
    }

    fn date(&mut self, date: &Bound<'_, PyAny>, slot: Slot) -> PyResult<()> {
        let iso = date.call_method0("isoformat")?;
        let iso = iso.cast::<PyString>()?.to_str()?;
        match (slot.kind(), iso.parse::<Datum>()) {
            (Some(Kind::Datum | Kind::Zeitangabe) | None, _) => self.quoted(iso),
            (Some(Kind::Integer | Kind::Betrag | Kind::Zahl | Kind::Object), _) => self.misfit(slot),
            // As a table's date is printed where words are asked for.
            (_, Ok(datum)) if self.is_row => self.quoted(&datum.deutsch()),
            _ => self.misfit(slot),
        }
        Ok(())
    }

    fn decimal(&mut self, value: &Bound<'_, PyAny>, slot: Slot) -> PyResult<()> {
        if value.call_method0("is_nan")?.extract()? {
            self.put("null");
            return Ok(());
        }
        let text = value.call_method1("__format__", ("f",))?;
        let text = text.cast::<PyString>()?.to_str()?;
        match slot.kind() {
            _ if !value.call_method0("is_finite")?.extract()? => self.misfit(slot),
            // The library makes of it what it makes of any number in a table; a text, it reads the German way.
            _ if self.is_row => self.put(without_end_zeros(text)),
            Some(Kind::Betrag | Kind::Zahl) => self.quoted(text),
            Some(Kind::Integer) | None => self.put(without_end_zeros(text)),
            _ => self.misfit(slot),
        }
        Ok(())
    }

    /// What pandas and numpy have of their own; `_plain.py` knows.
    fn other(&mut self, value: &Bound<'_, PyAny>, slot: Slot) -> PyResult<()> {
        static PLAIN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let plain = PLAIN.import(value.py(), "vereinbar._plain", "plain")?.call1((value,))?;
        if plain.is_instance_of::<PyNotImplemented>() {
            self.misfit(slot);
            return Ok(());
        }
        // One step further, so that nothing can turn in a circle.
        self.value(&plain, slot.again())
    }

    /// Something that no schema allows at this place.
    fn misfit(&mut self, slot: Slot) {
        self.put(if slot.kind() == Some(Kind::Object) { "[]" } else { "{}" });
    }

    fn quoted(&mut self, text: &str) {
        // A text written to memory cannot fail.
        let _ = serde_json::to_writer(&mut self.text, text);
    }

    fn put(&mut self, text: &str) {
        self.text.extend_from_slice(text.as_bytes());
    }
}

fn is_decimal(value: &Bound<'_, PyAny>) -> PyResult<bool> {
    static DECIMAL: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    value.is_instance(DECIMAL.import(value.py(), "decimal", "Decimal")?)
}

/// 2 for 2.00, which is a whole number in JSON, too.
fn without_end_zeros(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

/// The bytes of a text that need not be valid Unicode.
pub(crate) fn encoded(text: &Bound<'_, PyString>) -> PyResult<Vec<u8>> {
    text.call_method1("encode", ("utf-8", "surrogatepass"))?.extract()
}
