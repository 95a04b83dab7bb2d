//! What the command writes for machines has a published schema. That its output satisfies
//! them, the tests of the Python package see to, with the package `jsonschema`.

use vereinbar_tests::{check_json_reference, check_reference};

#[test]
fn schemas_of_what_is_written_for_machines_are_up_to_date() {
    check_json_reference("schema/findings.schema.json", vereinbar::findings_schema());
    check_json_reference("schema/batch_report.schema.json", vereinbar_batch::report_schema());
    check_json_reference("schema/batch_manifest.schema.json", vereinbar_batch::manifest_schema());
}

#[test]
fn the_published_table_of_findings_of_rows_is_up_to_date() {
    check_reference("docs/row-findings.md", &vereinbar_tables::row_codes::codes_markdown());
}
