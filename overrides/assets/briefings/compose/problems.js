/* What is still to be mended in a form, in plain words. The check on GitHub looks more closely; this is what can be
   known from the schema while somebody writes. */
import { isEmpty, tidy } from "./form-data.js";
import { nameFault } from "./names.js";

const FORMS = {
  date: "Write year-month-day, for example 2024-01-31.",
  "month-date": "Write year-month, for example 2024-01.",
  "quarter-date": "Write year, hyphen, q and the quarter's number, for example 2026-q4.",
  "partial-date": "Write year-month-day, for example 2024-01-31; 2024-01 or 2024 where no more is known.",
  instant: "Write date, T, time and time zone, for example 2026-11-22T09:30:00+00:00.",
  url: "Write the whole address, beginning with https://, without spaces.",
  id: "Use only small letters, digits and hyphens.",
  number: "Write a number, or a few words.",
};
const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
/* Control, direction, zero-width and private-use characters, and the mark of a lost one. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\ufffd\ufffe\uffff]/u;

const isDay = (text) => {
  const [year, month = 1, day = 1] = text.split("-").map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

function isAddress(text) {
  try {
    const { protocol, hostname, username, password } = new URL(text);
    return /^https?:$/.test(protocol) && hostname.includes(".") && !username && !password && !/[\s<>"\\^`{|}]/.test(text);
  } catch {
    return false;
  }
}

function hasForm(field, text) {
  if (field.pattern && !new RegExp(field.pattern, "u").test(text)) return false;
  switch (field.type) {
    case "date":
    case "partial-date":
    case "month-date": return isDay(text);
    case "instant": return INSTANT.test(text) && !Number.isNaN(Date.parse(text.replace(" ", "T")));
    case "url": return isAddress(text);
    default: return true;
  }
}

/* What is wrong with one filled-in text. */
function textFault(field, raw) {
  const text = tidy(field, raw);
  const length = [...text].length;
  if (length > field.limit) return `This has ${length} characters; at most ${field.limit} fit.`;
  const unseen = text.replace(/\n/g, "").match(UNSEEN);
  const before = unseen && text.slice(0, unseen.index).slice(-20);
  if (unseen) return `There is an invisible or lost character behind “${before}”. Delete it.`;
  if (field.type === "choice" && !field.choices.some(({ id }) => id === text)) return `“${text}” is not one of the choices.`;
  if (field.type === "yes-no") return /^(true|false)$/.test(text) ? "" : "Say yes or no.";
  if (field.type === "year") {
    const [from, to] = field.range;
    return /^\d{4}$/.test(text) && text >= from && text <= to ? "" : "Write the year as four digits, for example 2023.";
  }
  return hasForm(field, text) ? "" : FORMS[field.type] ?? "This is not written as it should be.";
}

const twiceAt = (values) => values.findIndex((value, index) => value && values.indexOf(value) < index);

function* listFaults(field, items, path, reserved) {
  const filled = items.filter((item) => !isEmpty(item));
  if (filled.length > field.max) yield { path, message: `There are ${filled.length}; at most ${field.max} are read.` };
  const unknown = field.choices && items.find((id) => !field.choices.some((choice) => choice.id === id));
  if (unknown) yield { path, message: `“${unknown}” is not one of the choices. Remove it.` };
  const twice = field.isDistinct ? twiceAt(items) : -1;
  if (twice >= 0) yield { path: field.item ? [...path, twice] : path, message: "This stands in the list already." };
  for (const key of ["id", "key"]) yield* sameNames(field, items, path, key, reserved);
  if (!field.item) return;
  for (const [index, item] of items.entries()) {
    if (!isEmpty(item)) yield* faultsOf(field.item, item, [...path, index], reserved);
  }
}

/* Parts of one list are told apart by their ids, texts by role by their role. */
function* sameNames(field, items, path, key, reserved) {
  const names = items.map((item) => item?.[key] ?? "");
  const twice = twiceAt(names);
  const message = "Another one in this list has the same. Change one of the two.";
  if (twice >= 0) yield { path: [...path, twice, key], message };
  const kept = key === "id" ? names.findIndex((name) => reserved.includes(name)) : -1;
  if (kept >= 0) yield { path: [...path, kept, key], message: nameFault(names[kept], reserved, []) };
}

const wantedBy = (field, part) => Object.entries(field.onlyWhen ?? {}).every(([name, value]) => part[name] === value);

function* partFaults(field, part, path, reserved) {
  for (const each of field.fields) {
    const value = part[each.name];
    const isWanted = wantedBy(each, part);
    const here = [...path, each.name];
    if (isEmpty(value)) {
      const isMissing = each.isRequired || each.min > 0 || (each.onlyWhen && isWanted);
      if (isMissing) yield { path: here, message: each.min > 0 ? "Add at least one." : "Fill this in." };
    } else if (!isWanted) {
      yield { path: here, message: `Empty this, or choose ${Object.values(each.onlyWhen)} above.` };
    } else {
      yield* faultsOf(each, value, here, reserved);
    }
  }
}

function* faultsOf(field, value, path, reserved) {
  if (field.type === "part") yield* partFaults(field, value, path, reserved);
  else if (Array.isArray(value)) yield* listFaults(field, value, path, reserved);
  else {
    const message = textFault(field, value);
    if (message) yield { path, message };
  }
}

/* Every problem of a form as { path, message }; `reserved` are names that no id may have. */
export const problemsOf = (form, state, reserved) => [...partFaults(form, state, [], reserved)];

/* What to call the place of a problem: the labels on the way to it. */
export function placeName(form, path) {
  const names = [];
  let field = form;
  for (const step of path) {
    if (typeof step === "number") {
      field = field.item ?? field;
      names.push(`${names.pop()} ${step + 1}`);
    } else {
      field = field.fields.find(({ name }) => name === step);
      names.push(field.label);
    }
  }
  return names.join(" › ");
}
