// Loads what a reader agreed to, and nothing before. The choice stays in this browser; nobody is told of it.
(() => {
  const bar = document.querySelector(".consent"), again = document.querySelector(".consent-again");
  const fields = [...bar.querySelectorAll("input")];
  let chosen = {};
  try { chosen = JSON.parse(localStorage.getItem("consent")) || {}; } catch {}

  const load = () => {
    for (const part of document.querySelectorAll("template[data-consent]")) {
      if (chosen[part.dataset.consent] !== true) continue;
      const content = document.importNode(part.content, true);
      // Scripts that do not say otherwise keep their order.
      for (const script of content.querySelectorAll("script:not([async])")) script.async = false;
      part.replaceWith(content);
    }
  };
  const show = asks => {
    for (const field of fields) field.checked = chosen[field.value] === true;
    bar.hidden = !asks;
    again.hidden = asks;
  };

  bar.addEventListener("submit", event => {
    event.preventDefault();
    const choice = event.submitter?.value, before = fields.some(field => chosen[field.value] === true);
    for (const field of fields) chosen[field.value] = choice === "all" || choice === "some" && field.checked;
    try { localStorage.setItem("consent", JSON.stringify(chosen)); } catch {}
    // What runs already cannot be taken back from this page.
    if (before) return location.reload();
    show(false);
    load();
  });
  again.addEventListener("click", () => {
    show(true);
    bar.querySelector("button").focus();
  });
  load();
  show(fields.some(field => typeof chosen[field.value] !== "boolean"));
})();
