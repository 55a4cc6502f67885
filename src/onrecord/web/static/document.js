// What is known of a statement opens beside the text without a new page; it works without this.

import { citable } from "./citing.js";

const text = document.querySelector("#text");
const whole = document.querySelector(".document");
document.documentElement.classList.add("scripted");

async function open(link, { push = true } = {}) {
  const address = new URL(link.href);
  const only = new URL(address);
  only.searchParams.set("only", "statement");
  only.hash = "";
  let found;
  try {
    const answer = await fetch(only);
    if (!answer.ok) throw new Error(answer.statusText);
    found = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#statement");
  } catch {
    found = null;
  }
  if (!found) { location.assign(link.href); return; }
  close({ push: false });
  const number = link.dataset.n;
  link.setAttribute("aria-current", "true");
  for (const one of whole.querySelectorAll("[data-of]")) {
    one.classList.toggle("on", one.dataset.of.split(" ").includes(number));
  }
  let block = link;
  while (block && block.parentElement !== text) block = block.parentElement;
  if (block) block.after(document.adoptNode(found));
  else text.prepend(document.adoptNode(found));
  citable(found);
  if (push) history.pushState({ statement: number }, "", address);
  found.focus({ preventScroll: true });
  found.scrollIntoView({ block: "nearest" });
}

function close({ push = true } = {}) {
  const panel = document.querySelector("#statement");
  const link = whole.querySelector(".n[aria-current]");
  panel?.remove();
  link?.removeAttribute("aria-current");
  for (const one of whole.querySelectorAll(".on")) one.classList.remove("on");
  if (!push || !panel) return;
  const address = new URL(location.href);
  address.searchParams.delete("statement");
  address.hash = "";
  history.pushState({}, "", address);
  link?.focus();
}

// A number, or marked words that are pressed and not selected, lead to a statement of this page.
whole.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const inPanel = event.target.closest("#statement");
  if (inPanel) {
    const way = event.target.closest("a[href*='statement='], a.close");
    if (way?.classList.contains("close")) { event.preventDefault(); close(); return; }
    const number = way && new URL(way.href).searchParams.get("statement");
    const there = number && whole.querySelector(`.n[data-n="${CSS.escape(number)}"]`);
    if (there && way.hash === "#statement") { event.preventDefault(); open(there); }
    return;
  }
  const link = event.target.closest("a");
  if (link && !link.classList.contains("n")) return;
  if (!link && String(getSelection())) return;
  const marked = event.target.closest("[data-of]");
  const number = link ? link.dataset.n : marked?.dataset.of.split(" ").at(-1);
  const there = number && whole.querySelector(`.n[data-n="${CSS.escape(number)}"]`);
  if (there) { event.preventDefault(); open(there); }
});

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && document.querySelector("#statement")) close();
});

addEventListener("popstate", () => {
  const number = new URL(location.href).searchParams.get("statement");
  const there = number && whole.querySelector(`.n[data-n="${CSS.escape(number)}"]`);
  if (there) open(there, { push: false });
  else close({ push: false });
});

citable(whole);
