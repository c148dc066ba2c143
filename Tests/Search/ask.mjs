// Answers queries with the theme's script, from the files of a built site: ask.mjs SCRIPT PUBLIC < queries > answers.
import { readFileSync } from "node:fs";
import vm from "node:vm";

const [script, root] = process.argv.slice(2);
const SiteSearch = vm.runInThisContext(readFileSync(script, "utf8") + "\n;SiteSearch");
const search = SiteSearch(process.env.SITE_LANG != "en");
const index = await search.open(async path => new Response(readFileSync(`${root}/search/${path.split("?")[0]}`)));
const answers = [];
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  const eras = index.eras.filter(e => !query.year || e.years.some(([y]) => y == query.year));
  const answer = await index.ask(query, eras, true), hits = [];
  for (let at = 0; at < answer.hits.length; at += 10) {
    const cards = await Promise.all(answer.hits.slice(at, at + 10).map(index.card));
    hits.push(...search.inOrder(cards, query.q, query.byDate).filter(card => card).map(([title, url, date]) => ({ url, title, date })));
  }
  answers.push({ complete: answer.complete && hits.length > 0, hits });
}
console.log(JSON.stringify(answers));
