// Looks words up in the index that generator/search makes, and loads no more of it than that takes.

const FEWEST_LETTERS = 3; // Of an unfinished word: fewer begin too many words.
const MOST_WORDS = 12; // Of a query.
const LENGTHS = 64; // As in generator/search/postings.py.

// What a page is worth for a word: in its title, the more the shorter that is, or elsewhere.
const inTitle = (length) => 4 + 4 / length;
const ELSEWHERE = 1;
const WITHOUT_MARKS = 0.75;
const UNFINISHED = 0.5;

// As in generator/search/words.py.
const WHOLE = {
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ł: "l",
  ŧ: "t",
  ø: "o",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ς: "σ",
};
const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const NOT_ASCII = /[^\x00-\x7f]/gu;

export const wordsOf = (text) => text.normalize("NFC").toLowerCase().match(WORD) ?? [];

export const fold = (word) =>
  word
    .normalize("NFKD")
    .toLowerCase()
    .replace(NOT_ASCII, (letter) => WHOLE[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]/gu, "");

// The words of a query, each with how it matches a word of a page: not at all is 0.
export function termsOf(query) {
  const words = [...new Set(wordsOf(query))].slice(0, MOST_WORDS);
  return words.map((word, place) => {
    const folded = fold(word);
    const unfinished = place === words.length - 1 && folded.length >= FEWEST_LETTERS;
    const matches = (other) => {
      if (other === word) return 1;
      const otherFolded = fold(other);
      if (otherFolded === folded) return WITHOUT_MARKS;
      return unfinished && otherFolded.startsWith(folded) ? UNFINISHED : 0;
    };
    return { folded, unfinished, matches };
  });
}

export class Index {
  #base;
  #directory;
  #files = new Map(); // Files that were asked for, by their names.

  static async at(base) {
    const index = new Index();
    index.#base = base;
    index.#directory = await json(new URL("index.json", base), "no-cache");
    return index;
  }

  // The numbers of the pages that have all words, or the most of them that any page has; the best first.
  async find(terms) {
    const pages = new Map();
    for (const scores of await Promise.all(terms.map((term) => this.#scores(term)))) {
      for (const [page, score] of scores) {
        const [words, sum] = pages.get(page) ?? [0, 0];
        pages.set(page, [words + 1, sum + score]);
      }
    }
    let most = 0;
    for (const [words] of pages.values()) most = Math.max(most, words);
    return [...pages]
      .filter(([, [words]]) => words === most)
      .sort(([page, [, score]], [other, [, otherScore]]) => otherScore - score || page - other)
      .map(([page]) => page);
  }

  // The address, title, section and description of a page.
  async page(number) {
    const { files } = this.#directory;
    const results = await this.#file(`pages/${number % files}.json`);
    return results[Math.floor(number / files)];
  }

  async #scores(term) {
    const scores = new Map();
    const raise = (page, score) => scores.set(page, Math.max(score, scores.get(page) ?? 0));
    for (const words of await Promise.all(this.#shards(term).map((name) => this.#file(name)))) {
      for (const [word, [titles, others]] of Object.entries(words)) {
        const match = term.matches(word);
        if (!match) continue;
        for (const number of sums(titles)) {
          raise(Math.floor(number / LENGTHS), match * inTitle(number % LENGTHS));
        }
        for (const number of sums(others)) raise(number, match * ELSEWHERE);
      }
    }
    return scores;
  }

  // A file holds the words from its name on to the next file's.
  #shards({ folded, unfinished }) {
    const names = this.#directory.words;
    const first = names.findLastIndex((name) => name <= folded);
    return names
      .filter((name, place) => place === first || (unfinished && name.startsWith(folded)))
      .map((name) => `words/w-${name.replace(NOT_ASCII, inHex)}.json`);
  }

  #file(name) {
    const address = new URL(name, this.#base);
    address.search = this.#directory.version;
    if (!this.#files.has(name)) {
      const file = json(address);
      file.catch(() => this.#files.delete(name));
      this.#files.set(name, file);
    }
    return this.#files.get(name);
  }
}

// The pieces of a text, each with whether it is a word that a term matches.
export function marked(text, terms) {
  const pieces = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const [small] = wordsOf(word);
    const found = terms.some((term) => term.matches(small));
    pieces.push([text.slice(end, index), false], [word, found]);
    end = index + word.length;
  }
  return [...pieces, [text.slice(end), false]];
}

const inHex = (letter) => `~${letter.codePointAt(0).toString(16)}`;

function* sums(gaps) {
  let sum = 0;
  for (const gap of gaps) yield (sum += gap);
}

async function json(address, cache = "default") {
  const answer = await fetch(address, { cache });
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
}
