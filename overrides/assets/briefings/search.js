/* The search page: what is asked (field, boxes, address) and how Pagefind answers it. */
import { drawFacets, drawResults, chosenLabel } from "./search-view.js";

const app = document.getElementById("search-app");
const form = app.querySelector("form");
const field = form.elements.q;
const status = document.getElementById("search-status");
const results = document.getElementById("search-results");
const more = document.getElementById("search-more");
const clear = document.getElementById("search-clear");
const facets = [...app.querySelectorAll("[data-facet]")];
const pageTitle = document.title;
const PAGE = 10;

let engine; // Pagefind's module once it is here
let loading;
let allCounts = {};
let latest = 0;
let found = [];
let shown = 0;
let typing;

const say = (text) => { if (status.textContent !== text) status.textContent = text; };
const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

async function load() {
  const address = new URL(app.dataset.pagefind, location.href);
  engine ??= await import(address);
  await engine.options({
    baseUrl: new URL("..", address).pathname,
    excerptLength: 28,
    // A word of the title should win; a listed synonym should find the page but not outrank one that says the word,
    // except on the page of the theme or role that it is another name of.
    ranking: { metaWeights: { title: 8, names: 1.5, terms: 0.5, description: 0.5, kind: 0, date: 0, status: 0 } },
  });
  await engine.init();
  allCounts = await engine.filters();
}

/* Pagefind keeps a download that failed; only a fresh start lets the next attempt succeed. */
async function forget(error) {
  console.error(error);
  loading = undefined;
  await engine?.destroy().catch(console.error);
}

/* Facet → chosen values, only for facets in which something is chosen. */
function chosen() {
  const picked = {};
  for (const box of form.querySelectorAll("input[type=checkbox]:checked")) {
    (picked[box.name] ??= []).push(box.value);
  }
  return picked;
}

/* Inside a facet any of the values will do; every facet must be met. */
const asFilters = (picked) =>
  Object.fromEntries(Object.entries(picked).map(([facet, values]) => [facet, { any: values }]));

/* Without words there is nothing to rank by: the newest comes first. */
const find = (query, picked) =>
  engine.search(query || null, { filters: asFilters(picked), ...(query ? {} : { sort: { date: "desc" } }) });

function fromAddress() {
  const asked = new URLSearchParams(location.search);
  const picked = {};
  for (const { dataset: { facet } } of facets) {
    const values = asked.getAll(facet);
    if (values.length) picked[facet] = values;
  }
  return { query: asked.get("q") ?? "", picked };
}

function toAddress(query, picked, step) {
  const asked = new URLSearchParams();
  if (query) asked.set("q", query);
  for (const [facet, values] of Object.entries(picked)) values.forEach((value) => asked.append(facet, value));
  const address = `${location.pathname}${asked.size ? `?${asked}` : ""}`;
  if (address === location.pathname + location.search) return;
  history[step ? "pushState" : "replaceState"](null, "", address);
}

/* The number beside a value says what choosing it would give, so a facet must not narrow itself. */
async function countsFor(query, picked, main) {
  const counts = {};
  for (const { dataset: { facet } } of facets) {
    let source = main?.filters ?? allCounts;
    if (picked[facet]) {
      const { [facet]: _, ...others } = picked;
      const rest = query || Object.keys(others).length;
      source = rest ? (await find(query, others)).filters : allCounts;
    }
    counts[facet] = source[facet] ?? {};
  }
  return counts;
}

/* Whoever types a title whole wants that page, above others that say the words more often. */
function titleFirst(data, query) {
  const same = ({ meta }) => Number(meta.title?.toLowerCase() === query.toLowerCase());
  return data.sort((a, b) => same(b) - same(a));
}

function summary(query, picked) {
  const n = Object.values(picked).flat().length;
  const what = query ? ` for “${query}”` : "";
  const within = n ? ` with ${plural(n, "filter")}` : "";
  if (found.length) return `${plural(found.length, "result")}${what}${within}`;
  return `No results${what}${within}. Try fewer or more general words, check the spelling`
    + `${n ? ", remove a filter" : ""} or browse the lists below.`;
}

function failure() {
  if (!navigator.onLine) return "You seem to be offline, so search cannot run. Connect and press Search again.";
  return "Search could not be loaded. Press Search to try again, or browse the lists below.";
}

async function run(query, picked) {
  const mine = ++latest;
  const waiting = setTimeout(() => mine === latest && say("Searching…"), 500);
  try {
    await (loading ??= load());
    const asked = query || Object.keys(picked).length;
    const answer = asked ? await find(query, picked) : null;
    const counts = await countsFor(query, picked, answer);
    const first = answer ? await Promise.all(answer.results.slice(0, PAGE).map((hit) => hit.data())) : [];
    if (mine !== latest) return;
    found = answer?.results ?? [];
    shown = first.length;
    drawFacets(facets, allCounts, counts, picked);
    results.replaceChildren();
    drawResults(results, titleFirst(first, query), Boolean(query));
    document.title = query ? `${query} – ${pageTitle}` : pageTitle;
    document.getElementById("search-chosen").textContent = chosenLabel(Object.values(picked).flat().length);
    clear.hidden = !Object.keys(picked).length;
    say(asked ? summary(query, picked) : "");
  } catch (error) {
    if (mine !== latest) return;
    await forget(error);
    found = [];
    shown = 0;
    results.replaceChildren();
    say(failure());
  } finally {
    clearTimeout(waiting);
  }
  results.hidden = !shown;
  more.hidden = shown >= found.length;
}

/* `step`: worth a step of its own in the browser's history, as a half-typed word is not. */
function ask(step) {
  clearTimeout(typing);
  const query = field.value.trim();
  const picked = chosen();
  toAddress(query, picked, step);
  return run(query, picked);
}

function restore() {
  const { query, picked } = fromAddress();
  clearTimeout(typing);
  field.value = query;
  return run(query.trim(), picked);
}

field.addEventListener("input", () => {
  clearTimeout(typing);
  typing = setTimeout(ask, 300);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(true);
});
form.addEventListener("change", (event) => {
  if (event.target.type === "checkbox") ask(true);
});
clear.addEventListener("click", () => {
  for (const box of form.querySelectorAll("input[type=checkbox]")) box.checked = false;
  app.querySelector(".facets > summary").focus(); // the button is about to vanish
  ask(true);
});
more.addEventListener("click", async () => {
  const mine = latest;
  try {
    const next = await Promise.all(found.slice(shown, shown + PAGE).map((hit) => hit.data()));
    if (mine !== latest) return;
    shown += next.length;
    drawResults(results, next, Boolean(field.value.trim()))?.focus();
    more.hidden = shown >= found.length;
  } catch (error) {
    await forget(error);
    say(failure());
  }
});
window.addEventListener("popstate", restore);

/* The page's own heading stays first, though the app is drawn above the text it stands in. */
const heading = document.querySelector("article h1");
if (heading) app.before(heading);
app.hidden = false;
document.getElementById("search-needs").remove();
if (matchMedia("(min-width: 60em)").matches) app.querySelector(".facets").open = true;
restore();
