// New updates of live coverage without a reload: fetched while the page is seen, put in when the reader asks for them or stands at the top.
(() => {
  const body = document.querySelector("[data-updates]"), list = body?.querySelector(".updates");
  if (!list) return;
  const every = 30000;
  let last = Date.now(), timer, waiting = [];
  const heard = document.createElement("p");
  heard.className = "live-heard";
  heard.role = "status";
  const more = document.createElement("button");
  more.className = "live-new";
  more.hidden = true;
  body.append(heard, more);

  const time = update => Date.parse(update.querySelector("time")?.dateTime);
  const put = update => {
    const next = [...list.children].find(other => time(other) <= time(update));
    list.insertBefore(update, next ?? null);
  };
  const show = () => {
    waiting.splice(0).forEach(put);
    more.hidden = true;
  };
  more.addEventListener("click", () => {
    show();
    list.scrollIntoView();
    const first = list.querySelector("a");
    first?.focus({ preventScroll: true });
  });

  // What is being read stays where it is, also in browsers that do not see to that themselves.
  const keepPlace = change => {
    const read = [...list.children].find(update => update.getBoundingClientRect().bottom > 0);
    const top = read?.getBoundingClientRect().top;
    const { id } = read ?? {};
    change();
    const now = id && document.getElementById(id)?.getBoundingClientRect().top;
    if (top < 0 && now !== top) scrollBy(0, now - top);
  };

  // What was corrected changes where it stands; what is new waits, unless nobody has scrolled past the first update.
  const take = html => {
    const found = new DOMParser().parseFromString(html, "text/html").querySelector(".updates");
    if (!found) return;
    const fresh = [], ids = new Set([...found.children].map(update => update.id));
    const oldest = Math.min(...[...found.children].map(time));
    // What was taken back, or has another anchor now, goes.
    const isGone = update => time(update) > oldest && !ids.has(update.id);
    waiting = waiting.filter(update => !isGone(update));
    keepPlace(() => [...list.children].filter(isGone).forEach(update => update.remove()));
    for (const update of [...found.children].reverse()) {
      const place = waiting.findIndex(other => other.id === update.id);
      const old = document.getElementById(update.id);
      const known = place < 0 ? old : waiting[place];
      if (known?.outerHTML === update.outerHTML) continue;
      if (place >= 0) waiting[place] = update;
      else if (!old) fresh.push(update);
      else keepPlace(() => {
        if (time(old) === time(update)) return old.replaceWith(update);
        old.remove();
        put(update);
      });
    }
    if (fresh.length) {
      waiting.push(...fresh);
      heard.textContent = `${body.dataset.new}: ${fresh.map(update => update.querySelector("h2").textContent).join(" – ")}`;
      if (list.getBoundingClientRect().top >= 0) show();
    }
    more.hidden = !waiting.length;
    more.textContent = `${body.dataset.new}: ${waiting.length}`;
    if ("ended" in found.dataset) stop();
  };
  const ask = () => {
    last = Date.now();
    return fetch(body.dataset.updates).then(answer => answer.ok ? answer.text() : "").then(take).catch(() => {});
  };
  const tick = () => { if (!document.hidden && Date.now() - last >= every) ask(); };
  const stop = () => { clearInterval(timer); document.removeEventListener("visibilitychange", tick); removeEventListener("online", ask); };
  timer = setInterval(tick, 1000);
  document.addEventListener("visibilitychange", tick);
  addEventListener("online", ask);
})();
