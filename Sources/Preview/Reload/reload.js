// Reloads the page of a preview when the site was rebuilt, swaps style sheets, and shows what is wrong with the site.
(() => {
  "use strict";
  const page = document.currentScript.dataset;
  const key = "sitegen-scroll " + location.pathname;
  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    addEventListener("load", () => scrollTo({ top: +kept, behavior: "instant" }));
  }
  const rtl = document.documentElement.dir === "rtl";
  const words = rtl
    ? { unpublished: "معاينة: هذه المادة غير منشورة", hide: "إخفاء" }
    : { unpublished: "Preview: this article is not published", hide: "Hide" };

  const box = document.createElement("div");
  const shade = box.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial }
    .panel { position: fixed; inset-inline: 0; inset-block-end: 0; max-block-size: 60vh; overflow: auto; z-index: 2147483647;
      background: #1d1b26; color: #fff; font: 16px/1.6 system-ui, sans-serif; padding: 16px 20px; border-block-start: 4px solid #e5484d }
    .note { position: fixed; inset-block-start: 0; inset-inline-end: 0; z-index: 2147483646; background: #b45309; color: #fff;
      font: 14px/1.6 system-ui, sans-serif; padding: 4px 12px }
    ol { margin: 0; padding: 0; list-style: none } li { margin-block-end: 12px }
    code { display: block; direction: ltr; text-align: start; color: #c9c5d8; font: 14px/1.5 ui-monospace, monospace; unicode-bidi: isolate }
    button { float: inline-end; font: inherit; padding: 2px 12px }`);
  shade.adoptedStyleSheets = [sheet];
  const note = (text, name) => {
    const line = document.createElement("div");
    line.className = name;
    line.textContent = text;
    shade.append(line);
    return line;
  };
  const show = (problems) => {
    shade.querySelector(".panel")?.remove();
    const errors = problems.filter((problem) => problem.severity === "error");
    if (!errors.length) return;
    const panel = note("", "panel");
    panel.dir = rtl ? "rtl" : "ltr";
    panel.setAttribute("role", "alert");
    const hide = document.createElement("button");
    hide.textContent = words.hide;
    hide.onclick = () => panel.remove();
    const list = document.createElement("ol");
    for (const problem of errors) {
      const item = document.createElement("li");
      const place = document.createElement("code");
      place.textContent = problem.place;
      const message = document.createElement("bdi");
      message.textContent = problem.message + " [" + problem.id + "]";
      item.append(place, message);
      list.append(item);
    }
    panel.append(hide, list);
  };
  const swap = (styles) => {
    for (const [from, to] of styles)
      for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
        if (new URL(link.href).pathname !== new URL(from, location).pathname) continue;
        const next = link.cloneNode();
        next.href = to;
        next.onload = () => link.remove();
        link.after(next);
      }
  };
  document.documentElement.append(box);
  if (page.unpublished) note(words.unpublished + " (" + page.unpublished + ")", "note");

  let digest = page.digest, version = page.version;
  const open = () => {
    const query = `?page=${page.page}&digest=${digest}&version=${version}`;
    const source = new EventSource("/.sitegen/events" + query);
    source.onmessage = (event) => {
      const news = JSON.parse(event.data);
      show(news.problems);
      version = news.version;
      if (news.styles.length) {
        swap(news.styles);
        digest = news.digest;
      } else if (news.reload) {
        sessionStorage.setItem(key, scrollY);
        source.close();
        location.reload();
      }
    };
  };
  open();
})();
