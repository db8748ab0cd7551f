// The search page: asks the index what a reader asks, and shows what it finds.

import { Index, marked, termsOf } from "./search-index.js";

const PAGE_SIZE = 10;

const input = document.getElementById("query");
const count = document.getElementById("search-count");
const list = document.getElementById("search-results");
const more = document.getElementById("search-more");

let index; // Loaded at the first query.
let latest = 0; // The number of the newest query: an older one that answers late is dropped.
let terms = []; // The words of the query whose pages are shown.
let waiting = []; // Pages that are not shown yet.

async function search() {
  const query = input.value.trim();
  const number = ++latest;
  if (!query) {
    await show([], [], "");
    return;
  }
  count.textContent = list.dataset.working;
  try {
    index ??= Index.at(new URL("./", location.href));
    const asked = termsOf(query);
    const found = await (await index).find(asked);
    if (number === latest) {
      const total = found.length;
      const text = total ? list.dataset.found : list.dataset.none;
      await show(found, asked, text.replace("{count}", total.toLocaleString(document.documentElement.lang)));
    }
  } catch (error) {
    if (number === latest) {
      index = undefined;
      await show([], [], list.dataset.failed);
    }
    throw error;
  }
}

function show(found, asked, message) {
  count.textContent = message;
  list.replaceChildren();
  waiting = found;
  terms = asked;
  return showMore();
}

async function showMore() {
  const number = latest;
  const next = waiting.slice(0, PAGE_SIZE);
  waiting = waiting.slice(PAGE_SIZE);
  more.hidden = waiting.length === 0;
  const pages = await Promise.all(next.map(async (page) => (await index).page(page)));
  if (number !== latest) return null;
  const items = pages.map(item);
  list.append(...items);
  return items[0];
}

function item([address, title, section, description]) {
  const link = element("a", withMarks(title));
  link.href = new URL(`../${address}`, location.href).pathname;
  const parts = [element("h2", [link])];
  if (section) parts.push(element("p", [section], "result__section"));
  if (description) parts.push(element("p", withMarks(description), "result__excerpt"));
  return element("li", parts, "result");
}

// A text, its words marked that are in the query.
function withMarks(text) {
  return marked(text, terms).map(([piece, found]) => (found ? element("mark", [piece]) : piece));
}

function element(name, content, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
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
