/* The search of the recommendations: what is asked (field, choices, address) and what the register answers. */
const box = document.querySelector(".register");
const SHOWN = 50;

/* Words as they are compared: without accents, capitals and signs, each with a space before it. */
const plain = (text) => ` ${text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/['’‘]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim()}`;
const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;

function start() {
  const form = box.querySelector("form");
  const status = box.querySelector(".register-status");
  const list = box.querySelector(".register-found");
  const again = form.querySelector("a");
  const { q, for: whom, theme, year } = form.elements;
  const selects = [whom, theme, year];
  let loading;
  let latest = 0;

  async function load() {
    const response = await fetch(new URL(box.dataset.register, location.href));
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    const { for: addressees, themes, reviews, recommendations } = await response.json();
    const rows = recommendations.map((one) => {
      const review = reviews[one.review];
      return { ...one, review, words: plain(`${one.text} ${one.to ?? ""} ${review.title} ${review.about}`) };
    });
    return { labels: { for: addressees, theme: themes }, rows };
  }

  const matches = (asked) => {
    const words = plain(asked.q).split(" ").filter(Boolean);
    return ({ for: addressee, review, words: said }) => words.every((word) => said.includes(` ${word}`))
      && (!asked.for || addressee === asked.for)
      && (!asked.theme || review.themes.includes(asked.theme))
      && (!asked.year || String(review.year) === asked.year);
  };

  function item({ text, to, number, review }) {
    const line = document.createElement("li");
    const about = document.createElement("p");
    const link = document.createElement("a");
    link.href = new URL(`../${review.address}`, location.href);
    link.textContent = review.title;
    about.className = "meta";
    about.append(`${to ? `For: ${to}` : "No addressee named"} · `, link, ` · recommendation ${number} · ${review.about}`);
    const said = document.createElement("p");
    said.textContent = text;
    line.append(said, about);
    return line;
  }

  /* An address may name an addressee who is not among those asked most often. */
  function choose(select, value, label) {
    if (label && ![...select.options].some((option) => option.value === value)) select.add(new Option(label, value));
    select.value = value;
    if (select.selectedIndex < 0) select.value = "";
  }

  function summary(found, asked) {
    const words = asked.q.trim();
    const chosen = selects.filter(({ value }) => value).map(({ selectedOptions }) => selectedOptions[0].text);
    const what = [words && ` for “${words}”`, chosen.length && `: ${chosen.join(", ")}`].filter(Boolean).join("");
    if (!found.length) return `No recommendations${what}. Try fewer or more general words, or choose less.`;
    const shown = found.length > SHOWN ? ` The first ${SHOWN} are shown: add a word or choose more to see the rest.` : "";
    return `${plural(found.length, "recommendation")}${what}${shown ? "." : ""}${shown}`;
  }

  const asks = () => Object.fromEntries(new FormData(form));

  async function run(asked) {
    const mine = ++latest;
    const isAsked = Object.values(asked).some((value) => value.trim());
    again.hidden = !isAsked;
    let found = [];
    let said = "";
    if (isAsked) {
      const waiting = setTimeout(() => { if (mine === latest) status.textContent = "Searching…"; }, 500);
      try {
        const { labels, rows } = await (loading ??= load());
        if (mine !== latest) return;
        for (const select of selects) choose(select, asked[select.name] ?? "", labels[select.name]?.[asked[select.name]]);
        found = rows.filter(matches(asked));
        said = summary(found, asked);
      } catch (error) {
        console.error(error);
        loading = undefined; // so that the next attempt asks again
        if (mine !== latest) return;
        said = "The recommendations could not be loaded. Press Search to try again, or use the lists below.";
      } finally {
        clearTimeout(waiting);
      }
    }
    list.replaceChildren(...found.slice(0, SHOWN).map(item));
    status.textContent = said;
  }

  function ask() {
    const asked = asks();
    const kept = new URLSearchParams(Object.entries(asked).filter(([, value]) => value.trim()));
    const address = location.pathname + (kept.size ? `?${kept}` : "");
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    return run(asked);
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    q.value = asked.get("q") ?? "";
    for (const select of selects) choose(select, asked.get(select.name) ?? "");
    return run(Object.fromEntries([q, ...selects].map(({ name }) => [name, asked.get(name) ?? ""])));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.addEventListener("change", ({ target }) => {
    if (target !== q) ask();
  });
  window.addEventListener("popstate", fromAddress);
  box.hidden = false;
  fromAddress();
}

// An empty register has nothing to search.
if (box) start();
