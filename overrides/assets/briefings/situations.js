/* Similar situations: ranks the reviews by what they share with the picks, as scripts/situations/closeness.py does. */
const form = document.querySelector(".situations");
const status = document.querySelector(".situations-status");
const list = document.querySelector(".situations-found");

const plural = (n, word) => `${n} ${word}${n === 1 ? "" : "s"}`;
const weigh = (features) => features.reduce((sum, { weight }) => sum + weight, 0);
const groupsOf = (features) => new Set(features.map(({ group }) => group));

/* A harm, if any is looked for; two kinds of feature, if more than one is; and enough of what is looked for. */
function isClose(shared, wanted, least) {
  const [asked, met] = [groupsOf(wanted), groupsOf(shared)];
  if (asked.has("harm") && !met.has("harm")) return false;
  if (!shared.length || met.size < Math.min(2, asked.size)) return false;
  return weigh(shared) * 100 >= weigh(wanted) * least;
}

/* Every review that is close, the closest first, of equals the first in the collection's order. */
function closest(wanted, { reviews, least }) {
  const found = reviews.map((review) => ({ review, shared: wanted.filter(({ place }) => review.features.includes(place)) }));
  return found.filter(({ shared }) => isClose(shared, wanted, least))
    .sort((a, b) => weigh(b.shared) - weigh(a.shared));
}

function start() {
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const clear = form.querySelector("button");
  const address = new URL(form.dataset.situations, location.href);
  const picks = () => boxes.filter((box) => box.checked).map(({ name, value }) => `${name}=${value}`);
  let loading;

  async function load() {
    const response = await fetch(address);
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    const data = await response.json();
    return { ...data, features: data.features.map((feature, place) => ({ ...feature, place })) };
  }

  function item({ review: { address: page, title, about }, shared }) {
    const line = document.createElement("li");
    const link = document.createElement("a");
    link.href = new URL(`../${page}`, address);
    link.textContent = title;
    const why = document.createElement("p");
    why.textContent = `${about}. Shared: ${shared.map(({ reason }) => reason).join(", ")}.`;
    line.append(link, why);
    return line;
  }

  function say(number, { reviews, most }) {
    if (!number) return "No review in the collection is close to these picks. Try fewer of them.";
    const shown = number > most ? ` The ${most} closest are shown.` : "";
    return `${number} of ${plural(reviews.length, "review")} ${number === 1 ? "is" : "are"} close to your picks.${shown}`;
  }

  async function show() {
    const picked = picks();
    clear.hidden = !picked.length;
    if (!picked.length) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      const data = await (loading ??= load());
      // Picks that were changed while the data came have been shown already.
      if (picked.join() !== picks().join()) return;
      const found = closest(data.features.filter(({ group, id }) => picked.includes(`${group}=${id}`)), data);
      list.replaceChildren(...found.slice(0, data.most).map(item));
      status.textContent = say(found.length, data);
    } catch (error) {
      console.error(error);
      loading = undefined;
      list.replaceChildren();
      status.textContent = "The reviews could not be loaded. Pick again, or use the lists below.";
    }
  }

  function fromAddress() {
    const asked = new URLSearchParams(location.search);
    for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
    return show();
  }

  function toAddress() {
    const query = new URLSearchParams(new FormData(form)).toString();
    history.pushState(null, "", query ? `?${query}` : location.pathname);
    return show();
  }

  form.addEventListener("change", toAddress);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const box of boxes) box.checked = false;
    boxes[0].focus(); // the button is about to vanish
    toAddress();
  });
  window.addEventListener("popstate", fromAddress);
  form.hidden = false;
  fromAddress();
}

if (form) start();
