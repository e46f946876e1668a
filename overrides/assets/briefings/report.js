/* The evidence of some days: hides the rows of others; the days stand in the address, which the form sets. */
const box = document.querySelector(".between");

/* The first day that a date can mean: 2023-05 and 2023 count from their beginning. */
const firstDay = (date) => `${date}-01-01`.slice(0, 10);

function start() {
  const form = box.querySelector("form");
  const { from, to } = form.elements;
  const all = form.querySelector("a");
  const status = document.querySelector(".between-status");
  const sections = [...document.querySelectorAll("section.dated")].map((section) => ({
    name: section.querySelector("h2, h3").firstChild.textContent,
    rows: [...section.querySelectorAll("time")].map((time) => ({ row: time.closest("li"), day: firstDay(time.dateTime) })),
  }));

  /* The day as the page writes it. */
  const inWords = (day) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));

  function said(first, last) {
    if (first && last) return first <= last ? `${inWords(first)} to ${inWords(last)}` : "The first day is after the last";
    return first ? `From ${inWords(first)}` : `Until ${inWords(last)}`;
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    from.value = asked.get("from") ?? "";
    to.value = asked.get("to") ?? "";
    const [first, last] = [from.value, to.value]; // empty where the address holds no date
    const found = sections.map(({ name, rows }) => {
      for (const { row, day } of rows) row.hidden = day < first || (last !== "" && day > last);
      return `${name}: ${rows.filter(({ row }) => !row.hidden).length} of ${rows.length}`;
    });
    all.hidden = !first && !last;
    status.textContent = all.hidden ? "" : `${said(first, last)}. ${found.join(". ")}.`;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = new URLSearchParams([["from", from.value], ["to", to.value]].filter(([, day]) => day));
    history.pushState(null, "", asked.size ? `?${asked}` : location.pathname);
    fromAddress();
  });
  window.addEventListener("popstate", fromAddress);
  box.hidden = false;
  fromAddress();
}

// In an empty period there is nothing to choose from.
if (box) start();
