/* What is to be mended: a summary with links that lead to the fields, and a message at each field. */
import { goTo, make } from "./elements.js";

const keyOf = ({ path, message }) => `${path.join("/")} ${message}`;

export function problemList(box, { place, widgetOf }) {
  const list = box.querySelector("ul");
  const heading = box.querySelector("h3");
  const onward = box.querySelector("button");
  let shown = [];
  let next = () => {};

  function draw(problems) {
    shown.forEach(({ path }) => widgetOf(path)?.show(path, ""));
    shown = problems;
    // Of several at one place the first is shown there; the list has them all.
    [...problems].reverse().forEach(({ path, message }) => widgetOf(path)?.show(path, message));
    list.replaceChildren(...problems.map(({ path, message }) => {
      const link = make("a", { href: "#compose-form" }, `${place(path)}: ${message}`);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        goTo(widgetOf(path).at(path));
      });
      return make("li", {}, link);
    }));
    heading.textContent = problems.length === 1 ? "There is 1 thing to mend" : `There are ${problems.length} things to mend`;
    box.hidden = !problems.length;
  }

  onward.onclick = () => next(); // in the place of an earlier form's

  return {
    /* Shows the problems and goes to them; `action` is what was asked for, and can be had all the same. */
    ask(problems, name, action) {
      onward.textContent = `${name} all the same`;
      next = action;
      draw(problems);
      box.focus();
    },
    /* What has been mended meanwhile disappears; nothing new comes up while somebody writes. */
    refresh(problems) {
      const still = new Set(problems.map(keyOf));
      const left = shown.filter((problem) => still.has(keyOf(problem)));
      if (left.length < shown.length) draw(left);
    },
    clear: () => draw([]),
  };
}
