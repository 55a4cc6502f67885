// Single keys for what the page's own buttons and links do. They can be switched off (WCAG 2.1.4), and do
// nothing while something is written. Without scripts the buttons and links are all there is.

const keys = document.querySelector("#keys");
const on = document.querySelector("#keys-on");
const kept = "onrecord-review-keys";

function remembered() {
  try { return localStorage.getItem(kept) !== "off"; } catch { return true; }
}

function remember(value) {
  try { localStorage.setItem(kept, value ? "on" : "off"); } catch { /* for this page alone, then */ }
}

function show() {
  document.body.classList.toggle("keys", on.checked);
}

function writing(target) {
  return target.isContentEditable || target.matches("textarea, select, input:not([type=radio], [type=checkbox])");
}

function press(key) {
  if (key === "?") {
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
    return true;
  }
  const found = key === "c"
    ? document.querySelector("[data-first]")
    : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!found) return false;
  if (key === "c") found.focus(); else found.click();
  return true;
}

keys.hidden = false;
on.checked = remembered();
show();
on.addEventListener("change", () => { remember(on.checked); show(); });

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const change = document.querySelector('button[value="change"]');
  if (key === "Enter" && change && target.matches("fieldset input")) {
    event.preventDefault();
    change.click();
  } else if (on.checked && key.length === 1 && !writing(target) && press(key)) {
    event.preventDefault();
  }
});

const name = document.querySelector("#name");
name?.addEventListener("input", () => {
  document.querySelector('input[name="who"][value="else"]').checked = name.value !== "";
});
