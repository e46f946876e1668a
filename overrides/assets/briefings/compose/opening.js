/* A file's text as a draft: from the clipboard or from the computer. */
import { FileFault, lineOf, readFile } from "./file-data.js";
import { toState } from "./form-data.js";

/* The draft that a text makes, with the names of fields that it would lose. Throws a FileFault. */
export function draftFrom(text, form) {
  const { data, body, hasComments } = readFile(text);
  const report = { unknown: [], wrong: [] };
  const state = toState({ ...form, type: "part" }, data, report);
  const [wrong] = report.wrong;
  if (wrong) {
    const message = `${wrong.path.join(" › ")}: ${wrong.message}`;
    throw new FileFault(lineOf(text, wrong.path[0]), message, "Mend it in the file and open it again.");
  }
  return { draft: { state, body, order: Object.keys(data) }, unknown: report.unknown, hasComments };
}

/* The text of a chosen file. Throws a FileFault where it is no text. */
export async function textOf(file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new FileFault(1, "This file is not plain text in UTF-8.", "Choose the briefing's own file, whose name ends in .md.");
  }
}
