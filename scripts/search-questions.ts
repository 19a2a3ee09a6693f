import { readFileSync } from "node:fs";
import type { Rules } from "../src/platform/rules/index.ts";
import { type Asked, type PlainBase, plainBase } from "./search-lists.ts";

type Article = { externalId: string; title: string; body: string; region: string | null } & Validity;
type Validity = { validFrom: string | null; validUntil: string | null };
type Question = { id: string; text: string; at: string; region: string | null; expected: string[]; split: string };

/** A caller's question; `hasAnswer`: whether any article answers it. */
export type CallQuestion = Asked & { id: string; hasAnswer: boolean };

/** The tuning half of `evals/kb`; the half for reporting is left out. */
export function tuningQuestions(rules: Rules): {
  base: PlainBase;
  questions: CallQuestion[];
  /** Articles by external id. */
  numbers: ReadonlyMap<string, number>;
} {
  const articles = read<Article>("evals/kb/articles.jsonl");
  const questions = read<Question>("evals/kb/questions.jsonl")
    .filter(({ split }) => split === "tune")
    .map((question) => ({
      id: question.id,
      text: question.text,
      hasAnswer: question.expected.length > 0,
      isAnswer: (at: number) => question.expected.includes(articles[at]?.externalId ?? ""),
      mayAnswer: (at: number) => isLive(articles[at], question),
    }));
  const numbers = new Map(articles.map(({ externalId }, at) => [externalId, at]));
  return { base: plainBase(articles, rules), questions, numbers };
}

const read = <T>(file: string): T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

function isLive(article: Article | undefined, { at, region }: Question): boolean {
  if (!article) return false;
  const { validFrom, validUntil } = article;
  const [now, from, until] = [at, validFrom, validUntil].map((time) => (time ? Date.parse(time) : null));
  const isNow = (from ?? Number.NEGATIVE_INFINITY) <= (now ?? 0) && (until ?? Number.POSITIVE_INFINITY) > (now ?? 0);
  return isNow && (!region || !article.region || region === article.region);
}

/** The rules with every third phrase of callers, another third for another `at`. */
export function thirdOf(all: Rules, at: number): Rules {
  let phrase = 0;
  const words = all.synonyms.words
    .map((each) => ({ ...each, said: each.said.filter(() => (phrase++ * 7 + at) % 3 === 0) }))
    .filter(({ said }) => said.length > 0);
  return { ...all, synonyms: { ...all.synonyms, words } };
}

/** The rules without what callers call things. */
export const withoutNames = (all: Rules): Rules => ({ ...all, synonyms: { ...all.synonyms, words: [], groups: [] } });

/**
 * The rules with a third of the phrases of callers, and of the names of each matter its first and those of the thirds (0, 1, 2) that are
 * kept; others for another `at`.
 */
export function fewNames(all: Rules, at: number, isKept: (third: number) => boolean): Rules {
  const third = thirdOf(all, at);
  let name = 0;
  const groups = all.synonyms.groups.map((group) => ({
    ...group,
    matters: group.matters.map((line) => {
      const [first = "", ...others] = line.split(/\s+/u);
      return [first, ...others.filter(() => isKept((name++ * 7 + at) % 3))].join(" ");
    }),
  }));
  return { ...third, synonyms: { ...third.synonyms, groups } };
}
