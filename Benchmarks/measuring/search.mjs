// Answers queries with the theme's script, each as a first visit: search.mjs SCRIPT PUBLIC < queries > [{urls, bytes}].
// Bytes as they travel: the script and JSON with brotli, the index as it is; cards of the first page.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import vm from "node:vm";

const [path, root] = process.argv.slice(2);
const script = readFileSync(path);
const search = vm.runInThisContext(script.toString() + "\n;SiteSearch")(true);
const answers = [];
for (const q of JSON.parse(readFileSync(0, "utf8"))) {
  let bytes = brotliCompressSync(script).length, counts = true;
  const index = await search.open(async file => {
    const body = readFileSync(`${root}/search/${file.split("?")[0]}`);
    if (counts) bytes += file.includes(".json") ? brotliCompressSync(body).length : body.length;
    return new Response(body);
  });
  const query = { q, only: [], year: "" };
  // As the page does: the newest era first, older ones until ten are found.
  let done = 0, answer = { hits: [] };
  do { done = Math.min(index.eras.length, done * 2 + 1); answer = await index.ask(query, index.eras.slice(0, done), done == index.eras.length); } while (answer.hits.length < 10 && done < index.eras.length);
  await Promise.all(answer.hits.slice(0, 10).map(index.card));
  counts = false;
  const all = await index.ask(query, index.eras, true);
  answers.push({ bytes, urls: (await Promise.all(all.hits.map(index.card))).filter(card => card).map(card => card[1]) });
}
console.log(JSON.stringify(answers));
