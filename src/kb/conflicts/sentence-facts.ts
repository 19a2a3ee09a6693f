import { figuresOf } from "../use/figures-of.ts";
import { dice, lettersOf, shinglesOf } from "./likeness.ts";

/** What a sentence says, apart: its words without figures and negations, its figures in order, and how often it says no. */
export type SentenceFacts = {
  text: string;
  key: string;
  pairs: ReadonlySet<string>;
  figures: readonly { value: string; unit: string; text: string }[];
  negations: number;
};

const negation =
  /不(?!仅|但|论|管|少|同|过|满|足|超|低|止|断|久|动)|无需|无须|免(?!疫|税店)|未(?!满|成年|来)|禁止|取消|停止/gu;
/** Units that name which one is meant (二级, 3号): another figure there is another subject. */
const labels = new Set(["", "级", "次", "类", "档", "项", "号", "楼", "层", "个", "年", "时", "点"]);
/** Two sentences about one thing, said with other figures. */
const sameWords = 0.8;
const fewestLetters = 6;

export const sentencesOf = (text: string): string[] =>
  (text.match(/[^。！？；\n]+[。！？；]?/gu) ?? []).map((part) => part.trim()).filter((part) => lettersOf(part) !== "");

export function factsOf(text: string): SentenceFacts {
  const found = figuresOf(text).filter(({ start }) => text[start - 1] !== "第");
  let words = "";
  let from = 0;
  for (const figure of found) {
    words += `${text.slice(from, figure.start)}`;
    from = figure.start + figure.text.length;
  }
  words += text.slice(from);
  const plain = lettersOf(words.replace(negation, ""));
  const figures = found.map(({ value, unit, text: written }) => ({ value, unit, text: written }));
  const negations = [...text.matchAll(negation)].length;
  const key = [plain, negations, ...figures.map(({ value, unit }) => value + unit)].join("|");
  return { text, key, pairs: shinglesOf(plain, 2), figures, negations };
}

/** What two sentences about the same thing say against each other, in words for people; null when nothing. */
export function contradictionOf(left: SentenceFacts, right: SentenceFacts): { why: string; likeness: number } | null {
  if (left.key === right.key || left.pairs.size < fewestLetters || right.pairs.size < fewestLetters) return null;
  const likeness = dice(left.pairs, right.pairs);
  if (likeness < sameWords) return null;
  const why = otherFigure(left, right) ?? otherAnswer(left, right, likeness);
  return why ? { why, likeness } : null;
}

function otherFigure(left: SentenceFacts, right: SentenceFacts): string | null {
  if (!left.figures.length || left.figures.length !== right.figures.length) return null;
  const differing = left.figures.flatMap((figure, at) => {
    const other = right.figures[at];
    return other && (other.value !== figure.value || other.unit !== figure.unit) ? [{ figure, other }] : [];
  });
  const isMeasure = differing.every(({ figure, other }) => figure.unit === other.unit && !labels.has(figure.unit));
  if (!differing.length || !isMeasure || left.negations !== right.negations) return null;
  return `数字不同：${differing.map(({ figure, other }) => `${figure.text} / ${other.text}`).join("，")}`;
}

/** One says that it is so and the other that it is not, in all but the same words. */
function otherAnswer(left: SentenceFacts, right: SentenceFacts, likeness: number): string | null {
  const figures = (facts: SentenceFacts) => facts.figures.map(({ value, unit }) => value + unit).join();
  if (likeness < 0.9 || figures(left) !== figures(right)) return null;
  return left.negations % 2 === right.negations % 2 ? null : "一处说是，一处说否";
}
