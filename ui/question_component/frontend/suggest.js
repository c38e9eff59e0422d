// What may come next in a question, by what is typed up to the caret. Knows no language: all words come with the data.

const SPAN = 4; // words at most that are taken for the beginning of one name
const THINGS = new Set(["demand", "inquiry", "issue"]);

/** How many of each group are shown at least, by what is expected; the groups stand in this order. */
const SHARES = {
  start: { names: 4, words: 2, ready: 2 },
  named: { ready: 4, names: 4 },
  name: { names: 8 },
  thing: { names: 8 },
  word: { words: 5, ready: 3 },
  time: { times: 4, names: 4 },
  any: { names: 5, words: 3 },
  gap: { words: 5, names: 3 },
};

/** Letters without case and accents: "Sinn Féin" is found by "sinn fein". */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");

/**
 * The data made comparable.
 *
 * names: [name, type, statements, other names], the most important first; words: [words, what comes next ("name",
 * "thing", "time" or "any"), where they stand ("begin", "join" or "both"), statements or 0]; times: what follows "in";
 * leads: words besides these behind which a name stands; starts: questions for an empty field; ready: type -> questions
 * with {} for the name; small: words that say nothing, such as articles.
 */
export function learn({ names = [], words = [], times = [], leads = [], starts = [], ready = {}, small = [] }) {
  const known = names.map(([label, type, count, others]) => ({
    label, type, note: `${type}, ${counted(count)}`, folded: [label, ...others].map(fold),
  }));
  return {
    names: known,
    words: words.map(([label, next, place, count]) => ({
      label, next, place, note: count ? counted(count) : "", folded: [fold(label)],
    })),
    times: times.map((label) => ({ label, note: "", folded: [fold(label)] })),
    called: new Set(known.flatMap(callings)),
    leads: new Set(leads),
    small: new Set(small),
    starts,
    ready,
  };
}

const counted = (count) => `${count.toLocaleString("en-GB")} ${count === 1 ? "statement" : "statements"}`;

/** All that somebody is called, with the last word of a person's name. */
const callings = ({ type, folded }) => (type === "person" ? [...folded, folded[0].split(" ").at(-1)] : folded);

/** @returns {Array<{label, note, text, caret, ask}>} the text that an offer makes, and whether that is all */
export function suggest(text, caret, offers, most) {
  if (!text.trim()) return offers.starts.slice(0, most).map(whole);
  const before = text.slice(0, caret);
  for (const at of beginnings(before)) {
    const typed = read(before, at, offers);
    const expected = expect(typed, offers);
    const groups = fitting(typed, expected, offers);
    const joint = (entry) => joined(text, at, caret, entry);
    const found = {
      names: groups.names.slice(0, 2 * most).map(joint),
      words: groups.words.map(joint),
      times: groups.times.map(joint),
      ready: text.slice(caret).trim() ? [] : questions(typed, groups.names, offers),
    };
    const shown = mix(found, SHARES[expected], most).filter((offer) => offer.text.trim() !== text.trim());
    if (shown.length) return shown;
  }
  return [];
}

const whole = (label) => ({ label, note: "question", text: label, caret: label.length, ask: true });

/** Where what is being typed may begin: some words back, the farthest first; at the caret, if a word was ended. */
function beginnings(before) {
  if (/\s$/.test(before)) return [before.length];
  return [...before.matchAll(/(?<=^|\s)\S/gu)].map(({ index }) => index).slice(-SPAN);
}

/** The part that is being typed, what stands before it, and the words of that without small ones at the end. */
function read(before, at, { small }) {
  const [part, prior] = [fold(before.slice(at)), fold(before.slice(0, at)).trim()];
  const said = prior.split(/\s+/).filter(Boolean);
  while (small.has(said.at(-1))) said.pop();
  return { part, prior, said };
}

/** What is expected behind the words before: one of the keys of SHARES. */
function expect({ part, prior, said }, { words, called, leads }) {
  if (!prior && called.has(part)) return "named";
  if (!said.length) return part ? "start" : "gap";
  for (let length = Math.min(SPAN + 2, said.length); length > 0; length -= 1) {
    const last = said.slice(-length).join(" ");
    if (called.has(last)) return "word";
    const word = words.find(({ next, folded }) => folded[0] === last && next !== "any");
    if (word) return word.next;
    if (leads.has(last)) return "name";
  }
  return part ? "any" : "gap";
}

/** What the part begins, or a word of it, in each group: names of the expected kind first, words that can stand there. */
function fitting(typed, expected, { names, words, times, small }) {
  const { part } = typed;
  const inside = small.has(part.split(/\s/)[0]) ? [] : [` ${part}`, `-${part}`]; // "an inq" is no part of a name
  const begins = ({ folded }) => folded.some((text) => text.startsWith(part) || inside.some((word) => text.includes(word)));
  const isWanted = (entry) => kindOf(entry) === (expected === "thing" || expected === "time" ? expected : "name");
  const found = names.filter(part ? begins : isWanted);
  const isOpen = expected === "word" || expected === "gap";
  return {
    names: [...found.filter(isWanted), ...found.filter((entry) => !isWanted(entry))],
    words: words.filter((word) => stands(word, typed, words) && (part ? begins(word) : isOpen)),
    times: part ? times.filter(begins) : times,
  };
}

/** Outlets stand where times do: behind "in". */
const kindOf = ({ type }) => (THINGS.has(type) ? "thing" : type === "outlet" ? "time" : "name");

/** Whether a word can stand there: some begin a question, some join, and no second relation follows a first. */
function stands({ next, place }, { prior, said }, words) {
  if (!prior) return place !== "join";
  if (!said.length) return place === "both";
  const leads = (word) => word.next === "name" || word.next === "thing";
  const led = words.some((word) => leads(word) && ` ${prior} `.includes(` ${word.folded[0]} `));
  return place !== "begin" && !(led && leads({ next }));
}

/** Whole questions about the first names, where nothing but a name is typed. */
function questions({ part, prior }, found, { names, ready }) {
  const typed = part ? found.slice(0, prior || part.length < 2 ? 0 : 2) : names.filter(({ folded }) => folded.includes(prior));
  return typed.flatMap(({ label, type }) => (ready[type] ?? []).map((question) => whole(question.replace("{}", () => label))));
}

function joined(text, at, caret, { label, note }) {
  const start = `${text.slice(0, at)}${label} `;
  return { label, note, text: start + text.slice(caret).trimStart(), caret: start.length, ask: false };
}

/** Some of each group by their shares, filled up with what is left. */
function mix(found, shares, most) {
  const groups = Object.keys(shares).map((name) => ({
    offers: found[name],
    shown: Math.min(shares[name], found[name].length),
  }));
  let room = most - groups.reduce((sum, { shown }) => sum + shown, 0);
  for (const group of groups) {
    const more = Math.min(room, group.offers.length - group.shown);
    group.shown += more;
    room -= more;
  }
  return groups.flatMap(({ offers, shown }) => offers.slice(0, shown));
}
