/* Names and instants: what a new file is called, and when it was added. */

const LONGEST = 60;

/* A name of small letters, digits and hyphens, from a title. */
export function nameFrom(title) {
  const plain = title.normalize("NFKD").replace(/[\u0300-\u036f'’]/g, "").toLowerCase();
  const name = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return name.length <= LONGEST ? name : name.slice(0, LONGEST + 1).replace(/-[^-]*$/, "");
}

/* The name, with a number behind it where it is taken. */
export function freeName(name, taken) {
  if (!name || !taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

/* An instant to the second, later than every one that there is. */
export function nextInstant(now, instants) {
  const known = instants.map((instant) => Date.parse(instant)).filter((time) => !Number.isNaN(time));
  const seconds = Math.floor(Math.max(now, ...known.map((time) => time + 1000)) / 1000);
  return new Date(seconds * 1000).toISOString().replace(".000Z", "+00:00");
}

/* What is wrong with a file's name, if anything. */
export function nameFault(name, reserved, taken) {
  if (!name) return "Give the file a name.";
  if (!/^[a-z0-9-]{1,80}$/.test(name)) return "Use only small letters, digits and hyphens, at most 80.";
  if (reserved.includes(name)) return "This name is reserved. Choose another, for example by adding the year.";
  return taken.includes(name) ? "Another briefing of this kind has this name. Choose another." : "";
}
