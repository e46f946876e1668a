/* Between what a file says and what the form holds: a text for each value, a list for each list, empties where
   nothing has been filled in. */

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const isText = (value) => value === null || value === undefined || typeof value === "string";

/* An unfilled value of a field. */
export function blank(field) {
  if (field.type === "part") return Object.fromEntries(field.fields.map((each) => [each.name, blank(each)]));
  if (field.type === "choices") return [];
  if (field.type === "list") return Array.from({ length: field.min }, () => blank(field.item));
  return field.type === "map" ? [] : "";
}

export function isEmpty(value) {
  if (Array.isArray(value)) return value.every(isEmpty);
  if (isObject(value)) return Object.values(value).every(isEmpty);
  return !String(value ?? "").trim();
}

/* A state that was kept earlier, made whole for the fields that there are now. */
export function whole(field, state) {
  const fits = Array.isArray(state) ? Array.isArray(blank(field)) : typeof state === typeof blank(field);
  if (!fits || state === null) return blank(field);
  if (field.type === "part") {
    return Object.fromEntries(field.fields.map((each) => [each.name, whole(each, state[each.name])]));
  }
  if (Array.isArray(state)) return state.map((item) => whole(field.item ?? { type: "text" }, item));
  return state;
}

const oneLine = (text) => text.replace(/[\t\r\n ]+/g, " ").trim();
const paragraphs = (text) => text.trim().split(/\n\s*\n/).map(oneLine).join("\n\n");

/* A text as the file holds it: white space means nothing in it but an empty line between paragraphs. */
export const tidy = (field, text) => (field.type === "prose" ? paragraphs(text) : oneLine(text));

/* What the file will say: only what is filled in. */
export function toData(field, state) {
  if (isEmpty(state)) return undefined;
  switch (field.type) {
    case "part": {
      const data = partData(field, state);
      const isBare = field.bare && Object.keys(data).join() === field.bare;
      return isBare ? data[field.bare] : data;
    }
    case "list": return state.map((item) => toData(field.item, item)).filter((item) => item !== undefined);
    case "map": return Object.fromEntries(state.filter((pair) => pair.key || !isEmpty(pair.value))
      .map(({ key, value }) => [key, paragraphs(value)]));
    case "choices": return [...state];
    default: return tidy(field, state);
  }
}

function partData(field, state) {
  const filled = field.fields.map(({ name }, index) => [name, toData(field.fields[index], state[name])]);
  return Object.fromEntries(filled.filter(([, value]) => value !== undefined));
}

/* What the form is to hold for a file's data. Fields that are not known and values of the wrong form are named in
   `report`, which is { unknown: [names], wrong: [{ path, message }] }. */
export function toState(field, data, report, path = []) {
  if (data === null || data === undefined) return blank(field);
  const wrong = (message) => {
    report.wrong.push({ path, message });
    return blank(field);
  };
  switch (field.type) {
    case "part": return partState(field, data, report, path, wrong);
    case "map": return isObject(data)
      ? Object.entries(data).map(([key, value]) => ({ key, value: toState(textOf(field), value, report, [...path, key]) }))
      : wrong("Lines of the form “id: text” are wanted here.");
    case "list":
    case "choices": return listState(field, data, report, path, wrong);
    default: return isText(data) ? data : wrong("One text is wanted here, and this is a list or has fields of its own.");
  }
}

const textOf = (field) => field.item.fields[1];

function listState(field, data, report, path, wrong) {
  const items = field.mayBeSingle && isText(data) ? [data] : data;
  if (!Array.isArray(items)) return wrong("A list is wanted here, each item behind a dash.");
  const item = field.item ?? { type: "text" };
  return items.map((each, index) => toState(item, each, report, [...path, index + 1]));
}

function partState(field, data, report, path, wrong) {
  if (field.bare && isText(data)) return { ...blank(field), [field.bare]: data };
  if (!isObject(data)) return wrong("Fields with values are wanted here.");
  const known = new Set(field.fields.map(({ name }) => name));
  report.unknown.push(...Object.keys(data).filter((name) => !known.has(name)).map((name) => [...path, name].join(" › ")));
  const own = (name) => (Object.hasOwn(data, name) ? data[name] : undefined);
  return Object.fromEntries(field.fields.map((each) =>
    [each.name, toState(each, own(each.name), report, [...path, each.name])]));
}
