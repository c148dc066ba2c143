// Comfort on top of pages that are whole without it: copying the link, fresh times in words, a search that nobody reads, breaking news on older pages.
(() => {
  for (const link of document.querySelectorAll("[data-copied]")) {
    const label = link.textContent;
    link.addEventListener("click", event => {
      if (!navigator.clipboard) return;
      event.preventDefault();
      navigator.clipboard.writeText(link.href).then(() => {
        link.textContent = link.dataset.copied;
        setTimeout(() => { link.textContent = label; }, 3000);
      }, () => { location.href = link.href; });
    });
  }

  // What a reader looks for goes behind the #, which no server is told.
  const find = document.querySelector(".find");
  find?.addEventListener("submit", event => {
    event.preventDefault();
    location.href = find.action + "#q=" + encodeURIComponent(find.q.value);
  });

  // Only times with an hour, and only within a day; the date stays in the tooltip. The width of the words may
  // change, so the theme keeps a time last on its line.
  const digits = /[٠-٩]/.test(document.querySelector("time")?.textContent) ? "arab" : "latn";
  const words = new Intl.RelativeTimeFormat(`${document.documentElement.lang}-u-nu-${digits}`);
  for (const time of document.querySelectorAll("time[datetime*=':']")) {
    const minutes = Math.round((new Date(time.dateTime) - Date.now()) / 60000);
    if (minutes > 0 || minutes <= -1440) continue;
    time.title = time.textContent;
    time.textContent = minutes > -60 ? words.format(minutes, "minute") : words.format(Math.round(minutes / 60), "hour");
  }

  // The form knows which comment an answer is to.
  for (const link of document.querySelectorAll("[data-answers]")) {
    link.addEventListener("click", () => { document.getElementById("parent").value = link.dataset.answers; });
  }

  // Parts that change after their page was made.
  for (const place of document.querySelectorAll("[data-fragment]")) {
    fetch(place.dataset.fragment).then(answer => answer.ok ? answer.text() : "").then(html => {
      if (html) place.replaceChildren(...new DOMParser().parseFromString(html, "text/html").body.childNodes);
    }).catch(() => {});
  }

  // The bar lies over the bottom of the window, so that nothing moves that is being read, until it is closed.
  const source = document.body.dataset.breaking;
  if (source) {
    fetch(source).then(answer => answer.ok ? answer.text() : "").then(html => {
      const bar = new DOMParser().parseFromString(html, "text/html").querySelector(".breaking");
      const said = bar?.textContent;
      if (!bar || sessionStorage.closed == said) return;
      const close = document.createElement("button");
      close.ariaLabel = bar.dataset.close;
      close.textContent = "×";
      close.onclick = () => { sessionStorage.closed = said; bar.remove(); };
      bar.append(close);
      bar.classList.add("fetched");
      document.body.append(bar);
    }).catch(() => {});
  }
})();
