// Both builders in one page, as their documentation shows them. The test hands over
// schema, what shows it, and data; and asks for the data as they are then.
import React from "react";
import { createRoot } from "react-dom/client";
import Form from "@rjsf/core";
import validator from "@rjsf/validator-ajv8";
import { JsonForms } from "@jsonforms/react";
import { materialCells, materialRenderers } from "@jsonforms/material-renderers";

let root;
// Of the form that is shown; one that is gone may still have something to say.
let state = {};

function rjsf(state, schema, uiSchema, data) {
  return <Form schema={schema} uiSchema={uiSchema} validator={validator} formData={data} noHtml5Validate
    ref={(form) => { state.form = form; }} onChange={({ formData }) => { state.data = formData; }} />;
}

function jsonforms(state, schema, { uischema, translations }, data) {
  const translate = (key, fallback) => translations[key] ?? fallback;
  return <JsonForms schema={schema} uischema={uischema} data={data} renderers={materialRenderers} cells={materialCells}
    i18n={{ locale: "de", translate }}
    onChange={({ data, errors }) => { state.data = data; state.errors = errors; }} />;
}

const builders = { rjsf, jsonforms };

window.show = (builder, schema, ui, data) => {
  root?.unmount();
  state = {};
  root = createRoot(document.getElementById("form"));
  root.render(builders[builder](state, schema, ui, data));
};
// rjsf says nothing before the first change, and validates when it is asked; JSON Forms says both by itself.
window.data = () => state.data ?? state.form?.state.formData;
window.errors = () =>
  state.form
    ? state.form.validate(window.data()).errors.map((error) => error.stack)
    : state.errors.map((error) => `${error.instancePath}: ${error.message}`);
