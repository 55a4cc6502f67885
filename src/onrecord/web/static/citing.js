// A citation is copied by a press of the button that this puts behind it.
export function citable(within) {
  for (const citation of within.querySelectorAll(".citation")) {
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
}
