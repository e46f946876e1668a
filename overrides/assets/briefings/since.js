/* What is new since a date: narrows the page's list to the date in the address, which the form sets. */
const box = document.querySelector(".since");
const form = box.querySelector("form");
const field = form.elements.since;
const all = form.querySelector("a");
const status = document.querySelector(".since-status");
const themes = [...document.querySelectorAll("details.news")].map((details) => {
  const count = details.querySelector(".count");
  return { details, count, everything: count.textContent, older: details.dataset.older, items: itemsOf(details) };
});

function itemsOf(details) {
  return [...details.querySelectorAll("li")].map((item) => ({
    item,
    day: item.querySelector("time").dateTime,
    page: item.querySelector("a").href,
  }));
}

/* The day as the page writes it. */
const inWords = (day) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

/* A quarter's name goes with its list. */
function hideEmptyQuarters(details) {
  for (const list of details.querySelectorAll("ul")) {
    const isEmpty = [...list.children].every((item) => item.hidden);
    list.hidden = isEmpty;
    list.previousElementSibling.hidden = isEmpty;
  }
}

/* Shows what happened on or after a day; everything where there is none. Gives the pages and themes shown. */
function narrow(since) {
  const pages = new Set();
  let shownThemes = 0;
  for (const { details, count, everything, older, items } of themes) {
    const shown = items.filter(({ day }) => day >= since);
    for (const { item, day } of items) item.hidden = day < since;
    for (const { page } of shown) pages.add(page);
    details.hidden = shown.length === 0;
    shownThemes += shown.length > 0;
    // Of a long list only the newest are on the page; there may be more since the day.
    count.textContent = since ? `${shown.length}${older && older >= since ? "+" : ""}` : everything;
    hideEmptyQuarters(details);
  }
  return { pages: pages.size, shownThemes };
}

function fromAddress() {
  field.value = new URLSearchParams(location.search).get("since") ?? "";
  const since = field.value; // empty where the address holds no date
  const { pages, shownThemes } = narrow(since);
  all.hidden = !since;
  const found = pages ? `${plural(pages, "page")} on ${plural(shownThemes, "theme")}` : "nothing new";
  status.textContent = since ? `Since ${inWords(since)}: ${found}.` : "";
}

function openNamed() {
  const named = themes.find(({ details }) => details.id === location.hash.slice(1));
  if (named) named.details.open = true;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.pushState(null, "", field.value ? `?since=${field.value}` : location.pathname);
  fromAddress();
});
window.addEventListener("popstate", fromAddress);
window.addEventListener("hashchange", openNamed);
box.hidden = false;
fromAddress();
openNamed();
