/* What a form has to know of each field, worked out from a kind's JSON Schema and nothing else. */

const DEFS = "#/$defs/";
const nameOf = (node) => node.$ref?.slice(DEFS.length);

/* The node with what it refers to; what it says itself comes first. */
function resolved(node, defs) {
  if (!node.$ref) return node;
  const { $ref, ...own } = node;
  return { ...defs[nameOf(node)], ...own };
}

const inWords = (name) => name.charAt(0).toUpperCase() + name.slice(1).replace(/[-_]/g, " ");

const choicesOf = (node) => (node.oneOf ?? node.enum?.map((word) => ({ const: word, title: inWords(word) })))
  ?.map((choice) => ({ id: choice.const, label: choice.title }));

/* The kind of each value that is written as one text. */
function simpleType(node) {
  if (choicesOf(node)) return "choice";
  if (node["x-refers-to"]) return "reference";
  if (node.type === "boolean") return "yes-no";
  if (node.type === "integer") return "year";
  if (node["x-date"]) return `${node["x-date"]}-date`;
  if (Array.isArray(node.type)) return "number";
  const byFormat = { date: "date", "date-time": "instant", uri: "url" }[node.format];
  if (byFormat) return byFormat;
  if (node.pattern) return "id";
  return node["x-paragraphs"] ? "prose" : "text";
}

function simple(node) {
  return {
    type: simpleType(node),
    limit: node.maxLength,
    pattern: node.pattern,
    range: node.type === "integer" ? [node.minimum, node.maximum] : undefined,
    choices: choicesOf(node),
    folders: node["x-refers-to"],
  };
}

function list(node, defs) {
  const item = describe({ label: "Item" }, node.items, defs);
  const bounds = { min: node.minItems ?? 0, max: node.maxItems ?? Infinity, isDistinct: Boolean(node.uniqueItems) };
  if (item.type === "choice" && node.uniqueItems) return { type: "choices", choices: item.choices, ...bounds };
  return { type: "list", item: { ...item, isRequired: false }, ...bounds };
}

/* Texts by id are a list of pairs on the page. */
function map(node, defs) {
  const label = inWords(nameOf(node.propertyNames) ?? "name").replace(/s$/, "");
  const key = describe({ name: "key", label, isRequired: true }, node.propertyNames, defs);
  const value = describe({ name: "value", label: "Text", isRequired: true }, node.additionalProperties, defs);
  const item = { type: "part", label, fields: [key, value] };
  return { type: "map", item, min: 0, max: Infinity };
}

function part(node, defs) {
  return { type: "part", label: node.title, fields: fieldsOf(node, defs) };
}

/* A part that may also be written as its one required text, or a list that may be written as its single item. */
function either([first, second], defs) {
  const described = shape(first, defs);
  if (described.type !== "part") return { ...described, mayBeSingle: true };
  const bare = described.fields.find((field) => field.isRequired);
  return second.type === "string" && bare ? { ...described, bare: bare.name } : described;
}

function shape(unresolved, defs) {
  const node = resolved(unresolved, defs);
  if (node.anyOf) return either(node.anyOf, defs);
  if (node.type === "array") return list(node, defs);
  if (node.type === "object") return node.properties ? part(node, defs) : map(node, defs);
  return simple(node);
}

function describe(known, unresolved, defs) {
  const node = resolved(unresolved, defs);
  const { label, ...rest } = shape(unresolved, defs);
  return { isRequired: false, ...known, label: label ?? known.label, ...rest };
}

function fieldsOf(node, defs) {
  return Object.entries(node.properties).map(([name, property]) => {
    const said = resolved(property, defs);
    const { title, description = "", examples, "x-only-when": onlyWhen, "x-usual": isUsual = false } = said;
    const isRequired = (node.required ?? []).includes(name);
    const known = { name, hint: description, example: examples?.[0], isRequired, isUsual, onlyWhen };
    return { ...describe(known, property, defs), label: title ?? inWords(name) };
  });
}

/* A kind's name and its fields, in the order of the schema. */
export function formOf(schema) {
  return { title: schema.title, about: schema.description, fields: fieldsOf(schema, schema.$defs) };
}
