// Files go one by one, so that one can see how far it is; without scripts they go together.

const form = document.querySelector("#add");
const files = document.querySelector("#files");
const drop = document.querySelector("#drop");
const lines = document.querySelector("#lines");
const progress = document.querySelector("#progress");

for (const name of ["dragover", "dragleave", "drop"]) {
  drop.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle("over", name === "dragover");
    if (name === "drop") files.files = event.dataTransfer.files;
  });
}

function tell(what, name, why) {
  const item = document.createElement("li");
  item.className = "note bad";
  item.textContent = `${what}: ${name}: ${why}`;
  lines.append(item);
}

async function send(file) {
  const body = new FormData(form);
  body.delete("files");
  body.delete("text");
  body.append("files", file);
  body.append("fragment", "true");
  try {
    const answer = await fetch("/add", { method: "POST", body });
    const text = await answer.text();
    if (!answer.ok) throw new Error(text.startsWith("<") ? answer.statusText : text.trim());
    const found = new DOMParser().parseFromString(`<ul>${text}</ul>`, "text/html");
    lines.append(...found.querySelectorAll("li"));
  } catch (error) {
    tell("not added", file.name, error.message);
  }
}

form.addEventListener("submit", async (event) => {
  const chosen = [...files.files];
  if (chosen.length < 2) return;  // one goes the plain way
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  document.querySelector("#added").hidden = false;
  const bar = document.createElement("progress");
  bar.max = chosen.length;
  bar.setAttribute("aria-label", "Files done");
  for (const [number, file] of chosen.entries()) {
    bar.value = number;
    progress.replaceChildren(`${number} of ${chosen.length}: ${file.name}`, bar);
    await send(file);
  }
  progress.textContent = `${chosen.length} files done.`;
  button.disabled = false;
  files.value = "";
});
