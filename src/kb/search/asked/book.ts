import { channelSize, channels } from "./pieces.ts";

/** A question that was confirmed for an article, or that the office has marked as one without an article (null). */
export type AskedQuestion = { articleId: string | null; pieces: Int32Array };

/** What was learned from confirmed questions, ready to be compared with one more. */
export type AskedBook = {
  /** Numbers of the articles by id, and of each question that of its article; -1 where there is none. */
  numbers: ReadonlyMap<string, number>;
  articleOf: Int32Array;
  /** How many questions each article has. */
  counts: Uint16Array;
  /** Questions of each place: those from `starts[place]` to `starts[place + 1]`. */
  starts: Uint32Array;
  questions: Uint32Array;
  /** How much a piece at this place says, squared. */
  masses: Float32Array;
  /** What a piece says that no confirmed question has. */
  newMass: number;
  /** Norms of the questions, and of all questions of an article together, channel after channel. */
  norms: Float32Array;
  articleNorms: Float32Array;
  /** How much sooner a piece stands in a question without an article than in a confirmed one, as a logarithm. */
  odds: Float32Array;
  /** As ln(1 + mean), how many confirmed questions an article has that has any; sixteen at most. */
  known: number;
  /** Whether there are enough questions of either kind for that. */
  isTaught: boolean;
};

const places = channels.length * channelSize;
/** As if so many articles about other things had been asked for. */
const articlesBeside = 20;

/** The weights were learned from offices with up to fourteen an article: what more would mean is not guessed. */
const mostKnown = 16;

/** Makes the book of these questions. A piece is as rare as articles, and questions without one, are that have it. */
export function askedBook(asked: readonly AskedQuestion[]): AskedBook {
  const numbers = new Map<string, number>();
  const articleOf = Int32Array.from(asked, ({ articleId }) => {
    if (articleId === null) return -1;
    const number = numbers.get(articleId) ?? numbers.size;
    numbers.set(articleId, number);
    return number;
  });
  const counts = new Uint16Array(numbers.size);
  for (const article of articleOf) if (article >= 0) counts[article] = (counts[article] ?? 0) + 1;
  const { starts, questions } = turnedAround(asked);
  const { masses, newMass } = massesOf(starts, questions, articleOf);
  const norms = new Float32Array(channels.length * asked.length);
  for (const [at, { pieces }] of asked.entries()) norms.set(normsOf(pieces, masses, newMass), at * channels.length);
  const turned = { articleOf, counts, starts, questions, masses };
  const without = articleOf.reduce((sum, article) => sum + Number(article < 0), 0);
  const isTaught = Math.min(without, asked.length - without) >= tellingFrom;
  const odds = isTaught ? oddsOf(turned, without) : new Float32Array(places);
  return {
    numbers,
    ...turned,
    newMass,
    norms,
    articleNorms: articleNormsOf(turned),
    odds,
    known: Math.log(1 + Math.min(mostKnown, (asked.length - without) / Math.max(1, numbers.size))),
    isTaught,
  };
}

/** By place the questions that have it. */
function turnedAround(asked: readonly AskedQuestion[]): Pick<AskedBook, "starts" | "questions"> {
  const starts = new Uint32Array(places + 1);
  for (const { pieces } of asked) for (const place of pieces) starts[place + 1] = (starts[place + 1] ?? 0) + 1;
  for (let place = 0; place < places; place += 1) starts[place + 1] = (starts[place + 1] ?? 0) + (starts[place] ?? 0);
  const next = starts.slice();
  const questions = new Uint32Array(starts[places] ?? 0);
  for (const [at, { pieces }] of asked.entries())
    for (const place of pieces) {
      const to = next[place] ?? 0;
      questions[to] = at;
      next[place] = to + 1;
    }
  return { starts, questions };
}

function massesOf(starts: Uint32Array, questions: Uint32Array, articleOf: Int32Array) {
  const topics = new Set(articleOf).size + articleOf.filter((article) => article < 0).length;
  const massOf = (count: number): number => Math.log((1 + articlesBeside + topics) / (1 + count)) ** 2;
  const masses = new Float32Array(places);
  for (let place = 0; place < places; place += 1) {
    const [from = 0, to = 0] = [starts[place], starts[place + 1]];
    if (to === from) continue;
    const own = new Set<number>();
    for (let at = from; at < to; at += 1) {
      const question = questions[at] ?? 0;
      const article = articleOf[question] ?? -1;
      own.add(article >= 0 ? article : -1 - question);
    }
    masses[place] = massOf(own.size);
  }
  return { masses, newMass: massOf(0) };
}

/** The norm of the sum of an article's questions in each channel. */
function articleNormsOf(book: Pick<AskedBook, "starts" | "questions" | "masses" | "articleOf" | "counts">) {
  const { starts, questions, masses, articleOf, counts } = book;
  const norms = new Float32Array(channels.length * counts.length);
  for (let place = 0; place < places; place += 1) {
    const times = new Map<number, number>();
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at += 1) {
      const article = articleOf[questions[at] ?? 0] ?? -1;
      if (article >= 0) times.set(article, (times.get(article) ?? 0) + 1);
    }
    for (const [article, count] of times) {
      const at = article * channels.length + Math.floor(place / channelSize);
      norms[at] = (norms[at] ?? 0) + (masses[place] ?? 0) * count * count;
    }
  }
  return norms.map(Math.sqrt);
}

/** Fewer questions of either kind tell nothing. */
const tellingFrom = 30;
/** As if every piece had been met by chance a little. */
const chance = { times: 0.05, questions: 0.3 };

/** What only one side has said never speaks for the other, though that is so small that any piece is rare there. */
function oddsOf(
  { starts, questions, articleOf }: Pick<AskedBook, "starts" | "questions" | "articleOf">,
  without: number,
): Float32Array {
  const odds = new Float32Array(places);
  const confirmed = articleOf.length - without;
  const rateOf = (times: number, all: number): number => Math.log((times + chance.times) / (all + chance.questions));
  for (let place = 0; place < places; place += 1) {
    const [from = 0, to = 0] = [starts[place], starts[place + 1]];
    let outside = 0;
    for (let at = from; at < to; at += 1) outside += Number((articleOf[questions[at] ?? 0] ?? 0) < 0);
    const inside = to - from - outside;
    const tells = rateOf(outside, without) - rateOf(inside, confirmed);
    if (to > from) odds[place] = outside === 0 ? Math.min(0, tells) : inside === 0 ? Math.max(0, tells) : tells;
  }
  return odds;
}

/** The norm of a question in each channel. */
export function normsOf(pieces: Int32Array, masses: Float32Array, newMass: number): number[] {
  const sums = channels.map(() => 0);
  for (const place of pieces) {
    const channel = Math.floor(place / channelSize);
    sums[channel] = (sums[channel] ?? 0) + (masses[place] || newMass);
  }
  return sums.map(Math.sqrt);
}
