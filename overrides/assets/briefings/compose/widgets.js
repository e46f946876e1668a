/* Which widget a field gets. */
import { choicesField } from "./choices-field.js";
import { listField } from "./list-field.js";
import { partField } from "./part-field.js";
import { simpleField } from "./simple-field.js";

const WIDGETS = { part: partField, list: listField, map: listField, choices: choicesField };

/* What draws a field; `say` speaks to those who hear the page, `briefings` are those that may be referred to. */
export function drawer({ say, briefings }) {
  const context = { say, briefings, draw: (field) => (WIDGETS[field.type] ?? simpleField)(field, context) };
  return context;
}
