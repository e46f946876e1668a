/* The way from data to a file's text. Texts are quoted or folded, so that nothing in them reads as YAML; ids, dates
   and yes or no stand plain. */
import { dump, FAILSAFE_SCHEMA, Type } from "../../vendor/js-yaml-4.3.2.mjs";

const WIDTH = 110; // a longer text is folded over several lines
const PLAIN = {
  id: /^[a-z][a-z0-9-]*$/,
  choice: /^[a-z][a-z0-9-]*$/,
  choices: /^[a-z][a-z0-9-]*$/,
  reference: /^[a-z][a-z0-9/-]*$/,
  "yes-no": /^(true|false)$/,
  year: /^\d{4}$/,
  number: /^(0|[1-9]\d*)(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  "month-date": /^\d{4}-\d\d$/,
  "quarter-date": /^\d{4}-q\d$/,
  "partial-date": /^\d{4}(-\d\d){0,2}$/,
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/,
};
/* What other programs take for yes, no or nothing. */
const NO_WORD = /^(y|n|yes|no|on|off|true|false|null)$/;

/* A value that is written as it stands here. */
class Verbatim {
  constructor(text) {
    this.text = text;
  }
}

const VERBATIM = new Type("tag:yaml.org,2002:verbatim", {
  kind: "scalar",
  resolve: () => false,
  predicate: (value) => value instanceof Verbatim,
  represent: (value) => value.text,
});
const SCHEMA = FAILSAFE_SCHEMA.extend({ implicit: [VERBATIM] });

function written(type, text) {
  const isPlain = PLAIN[type]?.test(text) && (type === "yes-no" || !NO_WORD.test(text));
  if (isPlain) return new Verbatim(text);
  const isFolded = text.includes("\n") || (text.length > WIDTH && text.includes(" "));
  return isFolded ? text : new Verbatim(JSON.stringify(text)); // a JSON text is a YAML text in double quotes
}

function styled(field, data) {
  switch (field.type) {
    case "part": return typeof data === "string" ? styled(named(field, field.bare), data) : styledPart(field, data);
    case "list": return data.map((item) => styled(field.item, item));
    case "choices": return data.map((id) => written("choices", id));
    case "map": return Object.fromEntries(Object.entries(data).map(([id, text]) => [id, written("prose", text)]));
    default: return written(field.type, data);
  }
}

const named = (part, name) => part.fields.find((field) => field.name === name);

function styledPart(part, data) {
  return Object.fromEntries(Object.entries(data).map(([name, value]) => [name, styled(named(part, name), value)]));
}

/* The data with its fields as an opened file had them, new ones behind. */
function inOrder(data, order) {
  const names = [...order.filter((name) => name in data), ...Object.keys(data)];
  return Object.fromEntries([...new Set(names)].map((name) => [name, data[name]]));
}

/* The whole file: front matter, then the body. */
export function fileText(form, data, body, order = []) {
  const options = { schema: SCHEMA, lineWidth: WIDTH, noRefs: true };
  const front = dump(styledPart(form, inOrder(data, order)), options);
  const text = body.replace(/^(\s*\n)+/, "").trimEnd();
  return `---\n${front}---\n${text ? `\n${text}\n` : ""}`;
}
