import { figuresOf } from "../figures-of.ts";
import type { QuizKind } from "./schema.ts";

/** A question made from a sentence: `quote` is an exact substring of the article's body, the answer of the quote. */
export type MadeQuiz = { kind: QuizKind; question: string; choices: string[]; answer: string; quote: string };

export const blank = "____";

const sentenceChars = { least: 10, most: 140 };
/** More of one article would only be the same again. */
const mostQuizzes = 12;
const choicesEach = 4;

/** Pairs of which an article says the one: who reads fast takes the other. */
const opposites: readonly (readonly [string, string])[] = [
  ["应当", "可以"],
  ["必须", "无需"],
  ["不得", "可以"],
  ["本人", "亲属"],
  ["原件", "复印件"],
  ["以上", "以下"],
  ["之前", "之后"],
  ["免收", "收取"],
  ["免费", "收费"],
  ["户籍所在地", "实际居住地"],
  ["工作日", "自然日"],
  ["提前", "事后"],
];

/**
 * Questions about the figures and conditions of an article, each with the sentence it rests on. The same body gives the same
 * questions.
 */
export function makeQuizzes(title: string, body: string): MadeQuiz[] {
  const quizzes = sentencesOf(body).flatMap((quote) => [figureQuiz(title, body, quote), conditionQuiz(title, quote)]);
  return quizzes.filter((quiz) => quiz !== null).slice(0, mostQuizzes);
}

const sentencesOf = (body: string): string[] =>
  (body.match(/[^。！？；\n]+[。！？；]?/gu) ?? [])
    .map((part) => part.trim())
    .filter((part) => !part.startsWith("#") && part.length >= sentenceChars.least && part.length <= sentenceChars.most);

const asked = (title: string, sentence: string, answer: string, start: number): string =>
  `【${title}】${sentence.slice(0, start)}${blank}${sentence.slice(start + answer.length)}`;

/** The first figure of the sentence that says something: with a unit, not 第三 nor the year of a document. */
function figureQuiz(title: string, body: string, quote: string): MadeQuiz | null {
  const figure = figuresOf(quote).find(
    ({ unit, value, start, text }) =>
      unit !== "" &&
      Number(value) > 1 &&
      !/[第〔［[〕］\]]$/u.test(quote.slice(0, start)) &&
      !/^(?:19|20)\d\d/u.test(text),
  );
  if (!figure) return null;
  const others = figuresOf(body)
    .filter(({ unit, value }) => unit === figure.unit && value !== figure.value)
    .map(({ text }) => text);
  const choices = choicesOf(figure.text, [...others, ...near(figure.text, Number(figure.value))]);
  const kind = choices.length === choicesEach ? "单选" : "填空";
  const question = asked(title, quote, figure.text, figure.start);
  return { kind, question, choices: kind === "单选" ? choices : [], answer: figure.text, quote };
}

function conditionQuiz(title: string, quote: string): MadeQuiz | null {
  for (const [one, other] of opposites)
    for (const [word, wrong] of [
      [one, other],
      [other, one],
    ] as const) {
      const start = quote.indexOf(word);
      if (start < 0 || quote.includes(wrong)) continue;
      const choices = [word, wrong].sort((a, b) => (a < b ? -1 : 1));
      return { kind: "单选", question: asked(title, quote, word, start), choices, answer: word, quote };
    }
  return null;
}

/** Figures that one could take for the right one, written as it is written; none for those in Chinese numerals. */
function near(text: string, value: number): string[] {
  const number = /\d[\d,，]*(?:\.\d+)?/u.exec(text)?.[0];
  if (!number || number.includes(".")) return [];
  const step = value >= 100 ? 10 ** Math.floor(Math.log10(value)) / 2 : value >= 20 ? 10 : value >= 6 ? 5 : 1;
  return [value + step, value - step, value * 2, value + 2 * step]
    .filter((each) => each > 0 && each !== value && Number.isInteger(each))
    .map((each) => text.replace(number, String(each)));
}

/** Four different choices in an order that does not tell: by their characters. */
function choicesOf(answer: string, others: readonly string[]): string[] {
  const different = [...new Set(others)].filter((each) => each !== answer).slice(0, choicesEach - 1);
  return [answer, ...different].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}
