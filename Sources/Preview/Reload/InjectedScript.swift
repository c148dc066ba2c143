import Base
import Content
import Publishing

/// The script that served pages carry, and built pages never: it reloads them, swaps style sheets and shows what is
/// wrong.
enum InjectedScript {
    static let path = "/.sitegen/reload.js"
    static let channel = "/.sitegen/events"

    static let bytes = Array(source.utf8)

    /// Puts the script's tag before the end of the body, with what the channel needs to know of the page.
    static func injected(into page: [UInt8], number: Int, file: String, unpublished article: Article?) -> [UInt8] {
        var tag =
            "<script src=\"\(path)\" data-edition=\"\(number)\" data-page=\"\(percentEncoded(file))\" "
            + "data-mark=\"\(Digest(of: page).hex)\""
        if let article {
            tag += " data-held=\"\(article.date.date.year)-\(article.date.date.month)-\(article.date.date.day)\""
        }
        tag += "></script>\n"
        let place = lastBodyEnd(in: page) ?? page.count
        return page[..<place] + Array(tag.utf8) + page[place...]
    }

    private static func lastBodyEnd(in page: [UInt8]) -> Int? {
        let end = Array("</body>".utf8)
        guard page.count >= end.count else { return nil }
        return stride(from: page.count - end.count, through: 0, by: -1).first {
            page[$0] == end[0] && page[$0...].starts(with: end)
        }
    }

    private static let source = #"""
        (() => {
          "use strict";
          const own = document.currentScript.dataset;
          const key = "sitegen-scroll " + location.pathname;
          const kept = sessionStorage.getItem(key);
          if (kept !== null) {
            sessionStorage.removeItem(key);
            addEventListener("load", () => scrollTo({ top: +kept, behavior: "instant" }));
          }
          const rtl = document.documentElement.dir === "rtl";
          const words = rtl
            ? { held: "معاينة: هذه المادة غير منشورة", hide: "إخفاء", lost: "توقفت المعاينة" }
            : { held: "Preview: this article is not published", hide: "Hide", lost: "The preview has stopped" };

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
            .warning { color: #ffd08a } button { float: inline-end; font: inherit; padding: 2px 12px }`);
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
          if (own.held) note(words.held + " (" + own.held + ")", "note");

          let mark = own.mark, edition = own.edition;
          const open = () => {
            const query = `?page=${own.page}&mark=${mark}&edition=${edition}`;
            const source = new EventSource("/.sitegen/events" + query);
            source.onmessage = (event) => {
              const news = JSON.parse(event.data);
              show(news.problems);
              edition = news.edition;
              if (news.styles.length) {
                swap(news.styles);
                mark = news.mark;
              } else if (news.reload) {
                sessionStorage.setItem(key, scrollY);
                source.close();
                location.reload();
              }
            };
          };
          open();
        })();
        """#
}
