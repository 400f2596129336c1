// Comfort only: every page works without it.
addEventListener("keydown", event => {
  if (event.key === "/" && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
    const find = document.querySelector(".find input");
    if (find) { event.preventDefault(); find.focus(); }
  }
});
// One press is one press.
addEventListener("submit", event => {
  setTimeout(() => event.target.querySelectorAll("button").forEach(button => { button.disabled = true; }));
});
addEventListener("pageshow", () => document.querySelectorAll("button:disabled").forEach(button => { button.disabled = false; }));
// A press on a reference copies it.
addEventListener("click", event => {
  const code = event.target.closest("code");
  if (code && navigator.clipboard) {
    navigator.clipboard.writeText(code.textContent);
    code.classList.add("copied");
    setTimeout(() => code.classList.remove("copied"), 900);
  }
});
const here = document.querySelector(".ways [aria-current]");
if (here) { here.scrollIntoView({ block: "nearest", inline: "center" }); }
