/* How the search page draws facets and results. Text enters the page as text, never as markup. */

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

export const chosenLabel = (n) => (n ? `(${n} chosen)` : "");

/* Only the words and their <mark>s are taken over from an excerpt, whatever else it may hold. */
function excerptNodes(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map((node) =>
    (node.nodeName === "MARK" ? make("mark", "", node.textContent) : node.textContent));
}

function drawResult(data, matched) {
  const { title, kind, date, status, description } = data.meta;
  const item = make("li");
  const heading = make("h2");
  const link = make("a", "", title || data.url);
  link.href = data.url;
  heading.append(link);
  item.append(heading);
  const about = make("p", "about", [kind, date].filter(Boolean).join(" · "));
  if (status) about.append(" ", make("strong", `status status-${status.toLowerCase()}`, status));
  if (about.hasChildNodes()) item.append(about);
  const excerpt = make("p");
  // A page found by a filter, a synonym or its title alone has nothing to show in context.
  if (description && !(matched && data.excerpt.includes("<mark>"))) excerpt.textContent = description;
  else excerpt.append(...excerptNodes(data.excerpt));
  if (/^\p{Ll}/u.test(excerpt.textContent)) excerpt.prepend("… ");
  item.append(excerpt);
  return { item, link };
}

/* Adds results to the list and gives back the first new link. */
export function drawResults(list, found, matched) {
  const drawn = found.map((data) => drawResult(data, matched));
  list.append(...drawn.map(({ item }) => item));
  return drawn[0]?.link;
}

function inOrder(values, facet, order) {
  const rank = new Map((order ? order.split("|") : []).map((label, index) => [label, index]));
  const place = (value) => rank.get(value) ?? rank.size;
  const direction = facet === "year" ? -1 : 1;
  return [...values].sort((a, b) =>
    place(a) - place(b) || direction * a.localeCompare(b, "en-GB", { numeric: true }));
}

function makeChoice(facet, value) {
  const label = make("label");
  const box = make("input");
  box.type = "checkbox";
  box.name = facet;
  box.value = value;
  label.append(box, make("span", "", value), make("span", "count"));
  return label;
}

/* Boxes are made once and then kept, so that focus stays where the reader put it. */
export function drawFacets(facets, all, counts, picked) {
  for (const block of facets) {
    const { facet, order } = block.dataset;
    const fieldset = block.querySelector("fieldset");
    const wanted = picked[facet] ?? [];
    const values = new Set([...Object.keys(all[facet] ?? {}), ...wanted]);
    const known = new Set([...fieldset.querySelectorAll("input")].map((box) => box.value));
    for (const value of inOrder(values, facet, order)) {
      if (!known.has(value)) fieldset.append(makeChoice(facet, value));
    }
    for (const label of fieldset.querySelectorAll("label")) {
      const box = label.querySelector("input");
      const count = counts[facet][box.value] ?? 0;
      box.checked = wanted.includes(box.value);
      label.querySelector(".count").textContent = count;
      label.classList.toggle("none", !count && !box.checked);
    }
    block.hidden = !values.size;
    block.querySelector("summary span").textContent = chosenLabel(wanted.length);
  }
}
