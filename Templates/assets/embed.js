// A click on a card opens the site's own player in its place; until then nothing is asked of that site.
for (const card of document.querySelectorAll("[data-embed]")) {
  const note = document.createElement("small");
  note.textContent = card.dataset.note;
  card.append(note);
}
addEventListener("click", event => {
  const card = event.target.closest?.("[data-embed]"), link = card?.querySelector("a");
  if (!link?.contains(event.target) || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const frame = document.createElement("iframe");
  frame.title = link.textContent.trim() || link.querySelector("img")?.alt || "";
  frame.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  frame.src = card.dataset.embed;
  delete card.dataset.embed;
  card.querySelector("small:last-child")?.remove();
  link.querySelector("img") ? link.replaceWith(frame) : card.prepend(frame);
  frame.focus();
});
