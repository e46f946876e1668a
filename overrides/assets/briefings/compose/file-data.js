/* The way from a file's text to its data and its body. What cannot be read is thrown as a FileFault. */
import { load, FAILSAFE_SCHEMA } from "../../vendor/js-yaml-4.3.2.mjs";

/* What is wrong with a text, where, and how it is mended; for the person who pasted it. */
export class FileFault extends Error {
  constructor(line, message, remedy) {
    super(`Line ${line}: ${message} ${remedy}`);
  }
}

const QUOTES = "Put the whole text in double quotes.";
const INDENT = "Begin it in the same column as the fields or items that it belongs to.";
/* What the parser says, and what that means for whoever wrote the line. */
const MEANINGS = [
  [/duplicated mapping key/, "This field stands twice.", "Keep one of the two."],
  [/quoted scalar/, "A quotation mark that opens a text is not closed.", "Close it at the end of the text."],
  [/escape/, "A backslash in double quotes has a special meaning.", "Write two backslashes for one."],
  [/alias|anchor|tag|directive/, "A text that begins with *, & or ! reads as a YAML reference.", QUOTES],
  [/tab character/, "There is a tab at the beginning of the line.", "Put spaces in its place."],
  [/flow collection/, "A text that begins with [ or { reads as a list.", QUOTES],
  [/non-printable/, "There is an invisible control character in the text.", "Delete it."],
  [/bad indentation of a mapping entry/, "The text has a colon without quotes, or the line is indented wrongly.", QUOTES],
  [/bad indentation/, "The line does not begin in the same column as its neighbours.", INDENT],
  [/multiline key|colon is missed|key node is missed/,
    "This is no field with a name, a colon and a value, or a quotation mark above it is not closed.",
    "Put the field's name and a colon before it, indent it if it continues a text, or close the quotes."],
];

const END = "Put a line of three hyphens, ---, between the last field and the text below.";
const BEGIN = "Copy the whole file, from its first line --- on.";

function meant(error) {
  const line = (error.mark?.line ?? 0) + 2; // behind the opening fence, and counted from 1
  const found = MEANINGS.find(([pattern]) => pattern.test(error.reason ?? ""));
  return new FileFault(line, ...(found?.slice(1) ?? ["This line cannot be read.", QUOTES]));
}

function refuseAnchors(_, { anchor, line }) {
  if (anchor) throw Object.assign(new Error(), { reason: "anchor", mark: { line } });
}

function parsed(front) {
  try {
    return load(front, { schema: FAILSAFE_SCHEMA, listener: refuseAnchors });
  } catch (error) {
    throw meant(error);
  }
}

/* A file's data, in which every value is text, with its body. */
export function readFile(text) {
  const lines = text.replace(/^\ufeff+/, "").replace(/\r\n?/g, "\n").split("\n");
  const isFence = (line) => line.trimEnd() === "---";
  const first = lines.findIndex((line) => line.trim());
  if (first < 0) throw new FileFault(1, "There is no text.", BEGIN);
  if (!isFence(lines[first])) throw new FileFault(first + 1, "The file does not begin with a line of three hyphens.", BEGIN);
  const end = lines.findIndex((line, index) => index > first && isFence(line));
  if (end < 0) throw new FileFault(lines.length, "The front matter has no end.", END);
  // Lines above the opening fence are kept as empty ones, so that every line has its number.
  const front = [...lines.slice(1, first + 1).map(() => ""), ...lines.slice(first + 1, end)].join("\n");
  const data = parsed(front);
  if (data === null || typeof data !== "object" || Array.isArray(data)) {
    throw new FileFault(first + 2, "There are no fields between the two lines ---.", "Write each as  name: value");
  }
  const hasComments = lines.slice(first, end).some((line) => /^\s*#/.test(line));
  return { data, body: lines.slice(end + 1).join("\n").replace(/^(\s*\n)+/, "").trimEnd(), hasComments };
}

/* The line on which a field begins, for what is wrong with it. */
export function lineOf(text, name) {
  const index = text.split(/\r\n?|\n/).findIndex((line) => line.startsWith(`${name}:`));
  return index + 1 || 1;
}
