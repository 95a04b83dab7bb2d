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

use crate::place::{Expected, Way};

/// Deeper than serde_json reads, so that its finding says so.
const MAX_DEPTH: usize = 130;

/// The JSON text of a mapping, or of whatever stands in its place.
pub(crate) fn write(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    let mut writer = Writer { art: art(value), is_row: false, text: Vec::with_capacity(8 * 1024) };
    writer.value(value, Way::ROOT)?;
    Ok(writer.text)
}

/// A row of a batch; `null`, which is no row, for one that is too large.
pub(crate) fn row(value: &Bound<'_, PyAny>, named: Option<Art>) -> PyResult<Value> {
    let mut writer = Writer { art: named.or_else(|| art(value)), is_row: true, text: Vec::with_capacity(1024) };
    writer.value(value, Way::ROOT)?;
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
    art: Option<Art>,
    is_row: bool,
    text: Vec<u8>,
}

impl Writer {
    fn value(&mut self, value: &Bound<'_, PyAny>, way: Way<'_>) -> PyResult<()> {
        if way.depth() > MAX_DEPTH || value.is_none() {
            self.put("null");
        } else if let Ok(text) = value.cast::<PyString>() {
            self.string(text, way)?;
        } else if let Ok(dict) = value.cast::<PyDict>() {
            // A copy, since Python code that runs meanwhile may change the dict.
            self.object(&dict.items(), way)?;
        } else if let Ok(list) = value.cast::<PyList>() {
            self.list(list.iter().map(Ok), way)?;
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.list(tuple.iter().map(Ok), way)?;
        } else if let Ok(truth) = value.cast::<PyBool>() {
            self.put(if truth.is_true() { "true" } else { "false" });
        } else if value.is_instance_of::<PyInt>() {
            self.integer(value, way);
        } else if let Ok(number) = value.cast::<PyFloat>() {
            self.float(number.value(), way);
        } else if value.is_instance_of::<PyDate>() && !value.is_instance_of::<PyDateTime>() {
            self.date(value, way)?;
        } else if is_decimal(value)? {
            self.decimal(value, way)?;
        } else if let Ok(mapping) = value.cast::<PyMapping>() {
            self.object(&mapping.items()?, way)?;
        } else if let Ok(sequence) = value.cast::<PySequence>() {
            self.list(sequence.try_iter()?, way)?;
        } else {
            self.other(value, way)?;
        }
        Ok(())
    }

    /// A text over the limit is refused whole, so there is no need to write it whole.
    fn is_full(&self) -> bool {
        self.text.len() > MAX_INPUT_BYTES
    }

    fn object(&mut self, items: &Bound<'_, PyList>, way: Way<'_>) -> PyResult<()> {
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
                self.value(&value, way.field(name.to_str().unwrap_or_default()))?;
            } else {
                // No field is called that; its finding names the type.
                let name = format!("<{}>", key.get_type().name()?);
                self.quoted(&name);
                self.put(":");
                self.value(&value, way.field(&name))?;
            }
        }
        self.put("}");
        Ok(())
    }

    fn list<'py>(&mut self, entries: impl Iterator<Item = PyResult<Bound<'py, PyAny>>>, way: Way<'_>) -> PyResult<()> {
        self.put("[");
        for (index, entry) in entries.enumerate() {
            if self.is_full() {
                break;
            }
            if index > 0 {
                self.put(",");
            }
            self.value(&entry?, way.entry())?;
        }
        self.put("]");
        Ok(())
    }

    fn string(&mut self, text: &Bound<'_, PyString>, way: Way<'_>) -> PyResult<()> {
        if self.is_row && text.to_str().is_err() {
            // One row of many: it fails at this place, and not as a whole.
            self.misfit(way);
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

    fn integer(&mut self, value: &Bound<'_, PyAny>, way: Way<'_>) {
        match value.extract::<i64>() {
            Ok(number) => self.put(&number.to_string()),
            // No number in an agreement is that large.
            Err(_) => self.misfit(way),
        }
    }

    fn float(&mut self, number: f64, way: Way<'_>) {
        /// Up to here every whole number is one of `f64`.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if number.is_nan() {
            // pandas has this where a cell is empty.
            self.put("null");
        } else if number.is_infinite() {
            self.misfit(way);
        } else if number.fract() == 0.0 && number.abs() < EXACT {
            // And it makes fractions of whole numbers as soon as one cell is empty.
            self.put(&format!("{number:.0}"));
        } else {
            self.put(&number.to_string());
        }
    }

    fn date(&mut self, date: &Bound<'_, PyAny>, way: Way<'_>) -> PyResult<()> {
        let iso = date.call_method0("isoformat")?;
        let iso = iso.cast::<PyString>()?.to_str()?;
        match (way.expected(self.art), iso.parse::<Datum>()) {
            (Expected::Datum | Expected::Unknown, _) => self.quoted(iso),
            // As a table's date is printed where words are asked for.
            (Expected::Other, Ok(datum)) if self.is_row => self.quoted(&datum.deutsch()),
            _ => self.misfit(way),
        }
        Ok(())
    }

    fn decimal(&mut self, value: &Bound<'_, PyAny>, way: Way<'_>) -> PyResult<()> {
        if value.call_method0("is_nan")?.extract()? {
            self.put("null");
            return Ok(());
        }
        let text = value.call_method1("__format__", ("f",))?;
        let text = text.cast::<PyString>()?.to_str()?;
        match way.expected(self.art) {
            _ if !value.call_method0("is_finite")?.extract()? => self.misfit(way),
            // The library makes of it what it makes of any number in a table; a text, it reads the German way.
            _ if self.is_row => self.put(without_end_zeros(text)),
            Expected::Decimal => self.quoted(text),
            Expected::Number | Expected::Unknown => self.put(without_end_zeros(text)),
            _ => self.misfit(way),
        }
        Ok(())
    }

    /// What pandas and numpy have of their own; `_plain.py` knows.
    fn other(&mut self, value: &Bound<'_, PyAny>, way: Way<'_>) -> PyResult<()> {
        static PLAIN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let plain = PLAIN.import(value.py(), "vereinbar._plain", "plain")?.call1((value,))?;
        if plain.is_instance_of::<PyNotImplemented>() {
            self.misfit(way);
            return Ok(());
        }
        // One step further, so that nothing can turn in a circle.
        self.value(&plain, way.again())
    }

    /// Something that no schema allows at this place.
    fn misfit(&mut self, way: Way<'_>) {
        self.put(if way.expected(self.art) == Expected::Object { "[]" } else { "{}" });
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
