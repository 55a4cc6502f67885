// Small comforts of the Check page; it works without them.

import { citable } from "./citing.js";

// A link to a finding opens it.
function openFinding() {
  const found = document.querySelector(location.hash.startsWith("#finding-") ? location.hash : null);
  const details = found?.querySelector("details");
  if (details) { details.open = true; found.focus(); }
}
addEventListener("hashchange", openFinding);
if (location.hash.startsWith("#finding-")) openFinding();

// Control+Enter asks from within the text.
document.querySelector("#quote")?.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.form.requestSubmit();
});

citable(document);
