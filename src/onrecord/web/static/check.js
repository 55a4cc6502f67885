// Small comforts of the Check page; it works without them.

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

// A citation is copied by a press.
for (const citation of document.querySelectorAll(".citation")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet";
  button.textContent = "Copy";
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(citation.textContent);
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  });
  citation.after(button);
}
