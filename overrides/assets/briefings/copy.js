/* The page of an email's text: puts it into the clipboard with its formatting, for mail programs and for plain ones. */

/* The text's HTML without what only this page needs: names of places, styles, boxes that scroll. */
function bare(shown) {
  const copy = shown.cloneNode(true);
  for (const box of copy.querySelectorAll("div")) box.replaceWith(...box.childNodes);
  for (const element of copy.querySelectorAll("*")) {
    for (const name of element.getAttributeNames()) {
      if (!["href", "dir", "start", "scope"].includes(name)) element.removeAttribute(name);
    }
  }
  return copy.innerHTML.trim();
}

const blob = (type, text) => new Blob([text], { type });

async function copy(button) {
  const shown = document.getElementById(button.dataset.copy);
  const plain = document.getElementById(button.dataset.plain);
  try {
    if (plain) {
      const forms = { "text/html": blob("text/html", bare(shown)), "text/plain": blob("text/plain", plain.textContent.trim()) };
      await navigator.clipboard.write([new ClipboardItem(forms)]);
    } else {
      await navigator.clipboard.writeText(shown.textContent.trim());
    }
    return `${button.dataset.name} is copied. Paste it into your mail.`;
  } catch {
    getSelection().selectAllChildren(shown);
    return `Your browser did not let us copy. ${button.dataset.name} is marked: copy it with Ctrl+C, on a Mac with Cmd+C.`;
  }
}

// By hand is for browsers in which this does not run.
for (const hint of document.querySelectorAll(".copy-by-hand")) hint.hidden = true;
for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = false;
  const says = button.nextElementSibling;
  button.addEventListener("click", async () => {
    says.textContent = ""; // or the same words a second time would not be read out
    says.textContent = await copy(button);
  });
}
