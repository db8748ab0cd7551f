// The search page. Pagefind does the searching; this shows what it finds.

const PAGE_SIZE = 10;
const SECTIONS_SHOWN = 3;

// Letters with a stroke, as generator/theme/search.py gives them to Pagefind: it folds marks,
// so that "duong" finds "đường". The query is taken apart likewise, and results put together.
const STROKED = {
  "đ": "d\u0335",
  "Đ": "D\u0335",
  "ħ": "h\u0335",
  "Ħ": "H\u0335",
  "ł": "l\u0335",
  "Ł": "L\u0335",
  "ŧ": "t\u0335",
  "Ŧ": "T\u0335",
  "ø": "o\u0338",
  "Ø": "O\u0338",
};
const WHOLE = Object.fromEntries(Object.entries(STROKED).map(([letter, apart]) => [apart, letter]));
const apart = (text) => text.normalize("NFC").replace(/[đĐħĦłŁŧŦøØ]/g, (letter) => STROKED[letter]);
const whole = (text) => text.replace(/[a-zA-Z][\u0335\u0338]/g, (pair) => WHOLE[pair] ?? pair);

const input = document.getElementById("query");
const count = document.getElementById("search-count");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");
const root = new URL(list.dataset.root, location.href);

let index; // Loaded at the first query.
let latest = 0; // The number of the newest query: an older one that answers late is dropped.
let waiting = []; // Results that are not shown yet.

async function load() {
  const pagefind = await import(new URL("pagefind/pagefind.js", root).href);
  await pagefind.options({ baseUrl: root.pathname, excerptLength: 32 });
  return pagefind;
}

async function search() {
  const query = input.value.trim();
  const number = ++latest;
  if (!query) {
    show([], "");
    return;
  }
  count.textContent = list.dataset.working;
  try {
    index ??= load();
    const found = await (await index).search(apart(query));
    if (number === latest) {
      const total = found.results.length;
      const text = total ? list.dataset.found : list.dataset.none;
      show(found.results, text.replace("{count}", total.toLocaleString(document.documentElement.lang)));
    }
  } catch (error) {
    index = undefined;
    show([], list.dataset.failed);
    throw error;
  }
}

function show(results, message) {
  count.textContent = message;
  list.replaceChildren();
  waiting = results;
  return showMore();
}

async function showMore() {
  const number = latest;
  const next = waiting.slice(0, PAGE_SIZE);
  waiting = waiting.slice(PAGE_SIZE);
  more.hidden = waiting.length === 0;
  const found = await Promise.all(next.map((result) => result.data()));
  if (number !== latest) return null;
  const items = found.map(item);
  list.append(...items);
  return items[0];
}

function item(found) {
  const parts = [element("h2", link(found.url, found.meta.title))];
  if (found.meta.section) parts.push(element("p", whole(found.meta.section), "result__section"));
  parts.push(element("p", excerpt(found.excerpt), "result__excerpt"));
  const places = found.sub_results.filter((place) => place.url.includes("#"));
  if (places.length) {
    const links = places.slice(0, SECTIONS_SHOWN).map((place) => element("li", link(place.url, place.title)));
    parts.push(element("ul", links, "result__places"));
  }
  return element("li", parts, "result");
}

function link(url, text) {
  const made = element("a", whole(text));
  made.href = url;
  return made;
}

// Text and <mark> alone, whatever the index holds.
function excerpt(html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return [...parsed.body.childNodes].map((node) =>
    node.nodeName === "MARK" ? element("mark", whole(node.textContent)) : whole(node.textContent),
  );
}

function element(name, content, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...(Array.isArray(content) ? content : [content]));
  return made;
}

function readAddress() {
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  return search();
}

function writeAddress(method) {
  const address = new URL(location.href);
  address.search = input.value.trim() ? new URLSearchParams({ q: input.value.trim() }) : "";
  history[method](null, "", address);
}

let pause;
input.addEventListener("input", () => {
  clearTimeout(pause);
  pause = setTimeout(() => {
    writeAddress("replaceState");
    search();
  }, 200);
});
input.form.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(pause);
  writeAddress("pushState");
  search();
});
more.addEventListener("click", async () => {
  const first = await showMore();
  first?.querySelector("a").focus();
});
addEventListener("popstate", readAddress);
readAddress();
