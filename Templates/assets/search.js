// Finds articles in the index beside the search page (docs/search.md). The program has the same rules in Swift.
const SiteSearch = isArabic => {
  const STOP = new Set((isArabic ? "و ان او اي به تم ثم عن في قد كل لا لم لن له ما مع من هم هو هي اذا الي انه بان بعد بها بين تلك حتي حول حيث دون ذلك عبر عند فان فقد فيه قبل كان كما لان لدي لكن لها منذ منه هذا هذه هنا وان وفي وقد ولا ولم وما ومن وهو وهي يتم التي الذي اليه انها ايضا خلال عليه فيها كانت كذلك منها هناك وذلك وكان ولكن وهذا وهذه يكون الذين اليها عليها عندما كانوا والتي والذي وكانت"
    : "a an and are as at be been but by for from had has have he her his in into is it its not of on or she that the their they this to was were which who will with").split(" "));

  // Words, as the index has them.
  const SAME = Object.fromEntries(["اآأإٱٲٳٵ", "يىیے", "هةھہۀۂۃە", "ءؤئۓ", "كکگڭڪ", "فڤڨ", "بپ", "جچ"].flatMap(s => [...s].map(c => [c, s[0]])));
  const PLAIN = { æ: "ae", ø: "o", œ: "oe", ß: "ss", đ: "d", ł: "l", ı: "i" };
  const fold = s => {
    s = s.normalize("NFC").replace(/[\ufb00-\ufb04\ufb50-\ufdfc\ufe70-\ufefc]/g, c => c.normalize("NFKC").trim())
      .replace(/[\0-\b\x0e-\x1f\x7f-\x9f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\ufe00-\ufe0f]|\p{Cf}/gu, "")
      .replace(/[٠-٩۰-۹０-９]/g, c => c.charCodeAt() & 15).replace(/[^\0-\x7f]/gu, c => SAME[c] || c.toLowerCase()).toLowerCase();
    return isArabic ? s : s.replace(/[ß-ɏḀ-ỿ]/g, c => PLAIN[c] || c.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
  };
  const arabic = w => isArabic && w >= "ء" && w < "۔";
  const split = w => !isArabic ? [w] : w.replace(/^([وفبكل]?)عبدال(?=..)/, "$1عبد ال").replace(/^([وفبكل]?ابو)(?!اب)(?=...)/, "$1 ").split(" ");
  const words = s => (fold(isArabic ? s.replace(/(?<![\p{L}\p{M}])[وف]?على(?![\p{L}\p{M}])/gu, " ") : s).match(/[ء-يٮ-ۓ]+|\d+|(?:(?![ء-يٮ-ۓ])\p{L})+/gu) || [])
    .flatMap(w => split(w.replace(/يء$/, "ء")));
  const article = w => /^[وفتب]?(?:[بك]?ال|ل)له$/.test(w) ? "الله" : w.replace(/^[وف]?[بك]?ال(?=..)/, "").replace(/^ال(?=..)/, (a, i, s) => s == w ? a : "");
  const cap = t => [...t].slice(0, 24).join("");
  const terms = w => {
    if (!arabic(w)) return [cap(w)];
    const rest = /^[وف]?لل(..+)$/.exec(w)?.[1];
    return rest ? [cap(article(rest)), cap("ل" + rest)] : [cap(article(w))];
  };
  const term = w => terms(w)[0];
  const key = t => t < ":" && t > "/" ? t : /^(?:[ام]ست..|...|..?)/u.exec(t.replace(/[ظذصطث]/g, c => "ضدستت"["ظذصطث".indexOf(c)]))[0];
  const shard = (t, k) => { let h = 0x811c9dc5; for (const c of key(t)) h = Math.imul(h ^ c.codePointAt(), 0x01000193); return ((h ^ h >>> 15) >>> 0) % k; };

  // A file: term → [number * 4 + weight]. Throws where it is cut or another build's.
  const read = (buffer, base, count) => {
    const b = new Uint8Array(buffer), lists = new Map(); let p = 0, word = [];
    const check = ok => { if (!ok) throw new Error("index"); };
    const number = () => { let n = 0, s = 1, x; do { x = b[p++]; check(x >= 0); n += (x & 127) * s; s *= 128; } while (x > 127); return n; };
    check(number() == base && number() == count);
    for (let h; h = b[p++];) {
      let l = h & 15; if (l > 14) l += b[p++];
      word = [...word.slice(0, h >> 4), ...b.subarray(p, p += l)];
      const df = number(), list = []; let r = 0, id = base - 1, bit = p * 8;
      check(df > 0 && df <= count);
      const next = () => b[bit >> 3] >> 7 - (bit++ & 7) & 1;
      while (3 * df * 2 ** (r + 1) <= 2 * count) r++;
      while (list.length < df) {
        let q = 0, c = 0; while (next()) q++;
        for (let j = r; j--;) q = q * 2 + next();
        while (c < 3 && next()) c++;
        list.push((id += q + 1) * 4 + c);
      }
      p = bit + 7 >> 3;
      check(id < base + count);
      let t = ""; for (let i = 0; i < word.length; i++) t += word[i] < 128 ? String.fromCharCode(word[i]) : word[i] < 255 ? String.fromCharCode(word[i] + 0x5a0) : String.fromCodePoint(word[++i] << 16 | word[++i] << 8 | word[++i]);
      lists.set(t, list);
    }
    check(p == b.length);
    return lists;
  };

  // How near a term of the index is to one of the query.
  const END = /^(?:|ه|ا|ي|ات|ان|ون|ين|يه|ته|ها|هم|هن|نا|كم|تي|ت|تها|تهم|تنا|يا|يات|يون|يين|تين|تان|وا|ء|ءي|ءيه)$/;
  const ends = (q, d) => {
    let l = 0; while (l < q.length && q[l] == d[l]) l++;
    for (; l > 2; l--) {
      const a = q.slice(l), b = d.slice(l);
      if (END.test(a) && END.test(b)) return a + b == "ه" || l == 3 && !/^(?:ات|هات|اته|هته|هتها|ها|هم|نا|هتهم|هتنا)$/.test(a + b) ? 0 : .5;
    }
    return 0;
  };
  const heads = d => {
    const m = /^(?:[وف]?[بكل]|[وف]?س(?=[يتنا])|[وف])(?=...)/.exec(d)?.[0].length;
    return [d, ...m ? [d.slice(m)] : [], ...m > 1 ? [d.slice(1)] : []];
  };
  const nearness = (q, d, rare, typing) => {
    if (d == q) return 1;
    if (d.endsWith("\x01")) return d == q + "\x01" ? .5 : 0;
    let best = typing && d.startsWith(q) && (!arabic(q) || q.length > 2) ? .4 : 0;
    if (arabic(q)) heads(d).forEach((r, i) => { if (!i || rare) best = Math.max(best, r == q ? .9 : r.length > 2 ? ends(q, r) * (i ? .9 : 1) : 0); });
    return best;
  };
  // One letter more, less or other, or two that changed places.
  const typo = (a, b) => {
    let i = 0, x = a.length, y = b.length; while (i < x && i < y && a[i] == b[i]) i++;
    while (x > i && y > i && a[x - 1] == b[y - 1]) x--, y--;
    return x - i < 2 && y - i < 2 || x - i == 2 && y - i == 2 && a[i] == b[i + 1] && a[i + 1] == b[i];
  };

  const open = async get => {
    const cache = new Map(), load = (path, how) => cache.get(path) || cache.set(path, get(path).then(how)).get(path);
    const eras = (await (await get("map.json")).json()).eras;
    let total = 0;
    for (const era of eras) { era.start = total; total += era.n; }
    for (const era of eras) era.reach = total - era.start;
    const lists = async (era, t) => {
      const k = shard(t, era.k), covered = Math.min(era.n, era.reach - ((era.reach - k) % 64 + 64) % 64), tail = Math.max(0, era.n - 64);
      const bin = (name, base, n) => load(`${era.y}/${name}.bin?${era.v}`, async r => read(await r.arrayBuffer(), base, n));
      const [a, b] = await Promise.all([covered > 0 ? bin(k, 0, covered) : new Map(), era.t && bin("t" + k % 16, tail, era.n - tail)]);
      if (!b) return a;
      const both = new Map(a);
      for (const [t, l] of b) { const old = a.get(t) || [], last = old.length ? old[old.length - 1] >> 2 : -1; both.set(t, [...old, ...l.filter(v => v >> 2 > last)]); }
      return both;
    };
    const all = (asked, t) => Promise.all(asked.map(era => lists(era, t)));
    // [nearness, lists of the eras, term, frequency]
    const kin = (q, maps, typing) => {
      const counts = new Map(), out = [];
      for (const map of maps) for (const [d, l] of map) counts.set(d, (counts.get(d) || 0) + l.length);
      const n = counts.get(q) || 0;
      for (const [d, df] of counts) { const w = nearness(q, d, !n || df <= 4 * n, typing); if (w) out.push([w, maps.map(m => m.get(d) || []), d, df]); }
      return out;
    };
    const near = async (t, maps, asked, last, typing, whole, guesses) => {
      let found = kin(t, maps, typing && last);
      if (found.length || !whole) return found;
      // A word copied with its proclitic, one not typed to its end, one typed wrongly.
      if (arabic(t)) for (const r of heads(t).slice(1)) if (r.length > 3) found.push(...kin(r, await all(asked, r)));
      if (!found.length && last && t.length > 3) found = kin(t, maps, true);
      if (!found.length && t.length > 3) {
        const counts = new Map();
        for (const map of maps) for (const [d, l] of map) if (d[0] == t[0] && !d.endsWith("\x01") && !d.startsWith(t) && !t.startsWith(d) && typo(t, d)) counts.set(d, (counts.get(d) || 0) + l.length);
        const [d] = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || (a < b ? -1 : 1));
        if (d) { found = kin(d, maps); guesses.push([t, d]); }
      }
      return found;
    };
    const ask = async (query, asked, whole) => {
      const typed = words(query.q).slice(0, 8), few = typed.filter(w => !STOP.has(w)), guesses = [], matched = new Set();
      const wanted = typed.join("").length < 2 ? [] : [...new Set((few.length ? few : typed).map(term))];
      const only = await Promise.all(query.only.map(async t => (await all(asked, t)).map(m => new Set((m.get(t) || []).map(v => v >> 2)))));
      const answers = await Promise.all(wanted.map(async (t, i) => near(t, await all(asked, t), asked, i == wanted.length - 1, query.typing, whole, guesses)));
      const hits = asked.map(() => new Map()), articles = asked.reduce((s, e) => s + e.n, 0);
      for (const found of answers) {
        const idf = Math.log(1 + articles / (1 + found.reduce((s, [w,, , df]) => s + df * w, 0)));
        for (const [,, d] of found) matched.add(d);
        asked.forEach((era, e) => {
          const best = new Map();
          for (const [w, l] of found) for (const v of l[e]) best.set(v >> 2, Math.max(best.get(v >> 2) || 0, w * [1, 1.6, 3, 6][v & 3] * idf));
          for (const [id, s] of best) { const h = hits[e].get(id) || [0, 0]; hits[e].set(id, [h[0] + s, h[1] + 1]); }
        });
      }
      let list = [];
      asked.forEach((era, e) => {
        const at = era.years.findIndex(([y]) => y == query.year), from = at < 0 ? 0 : era.years[at][1], to = at < 0 || at + 1 == era.years.length ? era.n : era.years[at + 1][1];
        for (const [id, [s, n]] of hits[e]) if (id >= from && id < to && only.every(o => o[e].has(id))) list.push({ era, id, n, s: Math.round(s * (1 + .3 * (era.start + id) / total) * 1e6) });
      });
      // All words, else most of them.
      const n = Math.max(0, ...new Set(list.map(h => h.n)));
      list = list.filter(h => h.n == n).sort((a, b) => (query.byDate ? 0 : b.s - a.s) || b.era.y - a.era.y || b.id - a.id);
      return { hits: list, matched, guesses, complete: n > 0 && n == wanted.length };
    };
    const card = async hit => {
      const cards = await load(`${hit.era.y}/d${hit.id >> 3}.json?${hit.era.v}`, r => r.json());
      if (!(hit.id % 8 in cards)) throw new Error("index");
      return cards[hit.id % 8];
    };
    return { eras: [...eras].reverse(), ask, card };
  };

  // A headline that has the words side by side comes first on its page.
  const joined = s => ` ${words(s).map(term).join(" ")} `;
  const inOrder = (cards, q, byDate) => byDate ? cards : [...cards].sort((a, b) => joined(b?.[0] || "").includes(joined(q)) - joined(a?.[0] || "").includes(joined(q)));
  return { words, terms, open, inOrder };
};

const form = globalThis.document?.querySelector("form[data-search]");
if (form) {
  const PAGE = 10, say = form.dataset, search = SiteSearch(/^ar\b/.test(document.documentElement.lang));
  const [out, status, guess, more, only] = ["hits", "found", "guess", "more", "one-author"].map(id => document.getElementById(id));
  const number = n => new Intl.NumberFormat(document.documentElement.lang + "-u-nu-" + say.digits, { useGrouping: false }).format(n);
  const el = (name, text, set) => Object.assign(document.createElement(name), { textContent: text }, set);
  const marked = (node, text, matched) => {
    for (const part of text.split(/([\p{L}\p{M}\p{Nd}]+)/u)) node.append(search.words(part).some(w => search.terms(w).some(t => matched.has(t))) ? el("mark", part) : part);
    return node;
  };
  const item = ([title, url, date, section, text, day, word, kind], matched) => {
    const li = el("li", "", { className: kind || "" }), h = el("h2", "", { dir: "auto" }), meta = el("p", "", { className: "meta" });
    if (word) li.append(el("p", word, { className: "kicker" }));
    h.append(marked(el("a", "", { href: url }), title, matched));
    meta.append(el("time", day, { dateTime: date }), section && " · " + section);
    li.append(h, ...text ? [marked(el("p", "", { dir: "auto", className: "summary" }), text, matched)] : [], meta);
    return li;
  };
  // After a failure files are fetched past the browser's cache.
  let index, failed = false;
  const get = async path => {
    const r = await fetch(say.search + path, { cache: failed ? "reload" : path == "map.json" ? "no-cache" : "default" });
    if (!r.ok) throw new Error(r.status);
    return r;
  };
  let turn = 0, timer;
  const state = () => new URLSearchParams([...new FormData(form)].filter(([, v]) => v && v != say.order));
  const run = async (typing, keep = PAGE, focus = -1) => {
    const mine = ++turn, data = new FormData(form), q = data.get("q").trim();
    const query = { q, typing, year: data.get("year"), byDate: data.get("sort") == "date", only: [data.get("section") && "#" + data.get("section"), form.author.value && "@" + form.author.value].filter(x => x) };
    only.hidden = !form.author.value;
    if (focus < 0) history.replaceState(null, "", "#" + state());
    guess.textContent = ""; more.hidden = true;
    if (search.words(q).join("").length < 2) { out.replaceChildren(); return status.textContent = q && !typing ? say.none : ""; }
    status.textContent = say.busy;
    try {
      const opened = await (index ||= search.open(get)), eras = opened.eras.filter(e => !query.year || e.years.some(([y]) => y == query.year));
      let answer = { hits: [] }, done = 0, shown = 0;
      const older = async () => { done = Math.min(eras.length, done * 2 + 1); answer = await opened.ask(query, eras.slice(0, done), done == eras.length); };
      const show = async () => {
        const cards = [];
        const first = !shown, end = Math.min(Math.max(shown + PAGE, keep), answer.hits.length);
        for (; shown < end; shown += PAGE) cards.push(...search.inOrder(await Promise.all(answer.hits.slice(shown, shown + PAGE).map(opened.card)), q, query.byDate));
        if (mine != turn) return;
        if (first) out.replaceChildren();
        out.append(...cards.filter(c => c).map(c => item(c, answer.matched)));
        more.hidden = shown >= answer.hits.length && done >= eras.length;
        more.textContent = shown < answer.hits.length ? say.more : say.older;
      };
      const tell = () => {
        const n = answer.hits.length;
        status.textContent = (n ? (answer.complete ? say.some : say.part).replace("{n}", number(n)) : say.none) + (n && done < eras.length ? say.since.replace("{y}", number(eras[done - 1].years[0][0])) : "");
        guess.textContent = answer.guesses.map(([q, w]) => say.guess.replace("{q}", q).replace("{w}", w)).join(" ");
      };
      do await older(); while (answer.hits.length < keep && done < eras.length && mine == turn);
      if (mine != turn) return;
      await show();
      if (mine != turn) return;
      failed = false;
      tell();
      out.children[focus]?.querySelector("a").focus();
      more.onclick = async () => {
        const at = out.children.length;
        try {
          if (shown >= answer.hits.length) { await older(); keep = shown + PAGE; shown = 0; }
          await show(); tell();
          out.children[at]?.querySelector("a").focus();
        } catch { fail(); }
      };
    } catch { if (mine == turn) fail(); }
  };
  const fail = () => { index = null; failed = true; more.hidden = true; status.textContent = say.failed; };
  // No request carries what stands behind #; what arrives behind ? is moved there.
  const fill = () => {
    const asked = new URLSearchParams(location.hash.slice(1) || location.search);
    if (location.search) history.replaceState(history.state, "", location.pathname + "#" + asked);
    for (const name of ["q", "section", "year", "author", "sort"]) if (form[name]) form[name].value = asked.get(name) || (name == "sort" ? say.order : "");
    only.hidden = !form.author.value;
    if (form.q.value) run(false, history.state?.shown, history.state?.at ?? -1);
  };
  form.onsubmit = e => { e.preventDefault(); clearTimeout(timer); run(); };
  form.oninput = e => { clearTimeout(timer); timer = setTimeout(run, e.target == form.q ? 250 : 0, e.target == form.q); };
  only.querySelector("button").onclick = () => { form.author.value = ""; run(); form.q.focus(); };
  // Back from an article, the reader is at its headline.
  out.onclick = e => { const li = e.target.closest("a")?.closest("li"); if (li) history.replaceState({ shown: out.children.length, at: [...out.children].indexOf(li) }, ""); };
  addEventListener("hashchange", fill);
  fill();
}
