import { everyMatch, type Refusal } from "../../platform/rules/index.ts";
import { figureKeys, figuresOf } from "../use/figures-of.ts";
import { dice, jaccard, lettersOf, shinglesOf } from "./likeness.ts";
import { contradictionOf, factsOf, type SentenceFacts, sentencesOf } from "./sentence-facts.ts";

/** What of an article is compared. */
export type Comparable = {
  title: string;
  body: string;
  region: string | null;
  validFrom: Date | null;
  validUntil: Date | null;
};

/** While both hold; null: without an end on that side. */
export type Overlap = { from: Date | null; until: Date | null };

export type Finding = {
  kind: "duplicate" | "contradiction";
  why: string;
  quote: string;
  otherQuote: string;
  similarity: number;
  overlap: Overlap;
};

const shingleSize = 4;
/** Bodies this much alike say the same. */
const nearDuplicate = 0.8;
/** Titles this much alike ask the same. */
const sameTitle = 0.6;
/** Bodies this much alike answer the same question, whatever their titles. */
const sameBody = 0.5;

/**
 * What two articles say twice, or against each other, while both hold and for the same place; null when nothing. A duplicate has
 * the same figures; a contradiction is told with the two sentences.
 */
export function compareArticles(left: Comparable, right: Comparable): Finding | null {
  const overlap = overlapOf(left, right);
  if (!overlap || (left.region && right.region && left.region !== right.region)) return null;
  // 2025 年标准 and 2026 年标准 are two questions.
  if (figureKeys(left.title).join() !== figureKeys(right.title).join()) return null;
  const [leftBody, rightBody] = [plainBody(left), plainBody(right)];
  const similarity = jaccard(shinglesOf(leftBody, shingleSize), shinglesOf(rightBody, shingleSize));
  const titles = dice(shinglesOf(lettersOf(left.title), 2), shinglesOf(lettersOf(right.title), 2));
  if (titles >= sameTitle || similarity >= sameBody) {
    const found = contradiction(left.body, right.body);
    if (found) return { kind: "contradiction", ...found, similarity: Math.max(found.similarity, similarity), overlap };
  }
  if (similarity < nearDuplicate || figureKeys(left.body).join() !== figureKeys(right.body).join()) return null;
  const why = leftBody === rightBody ? "正文相同" : `正文几乎相同（${Math.round(similarity * 100)}%）`;
  return { kind: "duplicate", why, quote: firstOf(left), otherQuote: firstOf(right), similarity, overlap };
}

/** The body's letters with each figure as its value: 二十元 and 20 元 are one. */
function plainBody({ body }: Comparable): string {
  let plain = "";
  let from = 0;
  for (const { start, text, value, unit } of figuresOf(body)) {
    plain += `${body.slice(from, start)}${value}${unit}`;
    from = start + text.length;
  }
  return lettersOf(plain + body.slice(from));
}

const firstOf = ({ body, title }: Comparable): string => sentencesOf(body)[0] ?? title;

/** While both hold; null when they never do at once. */
export function overlapOf(
  left: Pick<Comparable, "validFrom" | "validUntil">,
  right: Pick<Comparable, "validFrom" | "validUntil">,
): Overlap | null {
  const froms = [left.validFrom, right.validFrom].flatMap((from) => (from ? [from.getTime()] : []));
  const untils = [left.validUntil, right.validUntil].flatMap((until) => (until ? [until.getTime()] : []));
  const [from, until] = [Math.max(...froms, -Infinity), Math.min(...untils, Infinity)];
  if (from >= until) return null;
  return { from: froms.length ? new Date(from) : null, until: untils.length ? new Date(until) : null };
}

/** Sentences that both have word for word are left out first, so that 一级 of one is not held against 二级 of the other. */
function contradiction(left: string, right: string) {
  const [leftFacts, rightFacts] = [sentencesOf(left).map(factsOf), sentencesOf(right).map(factsOf)];
  for (const mine of without(leftFacts, rightFacts)) {
    for (const theirs of without(rightFacts, leftFacts)) {
      const found = contradictionOf(mine, theirs);
      if (found) return { why: found.why, quote: mine.text, otherQuote: theirs.text, similarity: found.likeness };
    }
  }
  return null;
}

const mostSentences = 200;

function without(facts: readonly SentenceFacts[], others: readonly SentenceFacts[]): SentenceFacts[] {
  const known = new Set(others.map(({ key }) => key));
  return facts.filter(({ key }) => !known.has(key)).slice(0, mostSentences);
}

/** What an article says that no article may say (R-K9): the sentence and why. */
export function refusedWords(refusals: readonly Refusal[], body: string): { quote: string; why: string }[] {
  return refusals.flatMap((refusal) =>
    sentencesOf(body)
      .filter((sentence) => everyMatch(refusal, sentence).length > 0)
      .map((quote) => ({ quote, why: refusal.why })),
  );
}
