import { normalise } from "../../../platform/text/index.ts";
import { figureKeys, figuresOf } from "../figures-of.ts";
import type { PassageChange } from "./schema.ts";

/** What became of a passage that was told. `present`: the words that stand in its place. */
export type Compared = { changes: PassageChange[]; present: string | null; matters: boolean };

/** Who may, who must, what is left out: words that make an answer another one. */
const conditionWords =
  /应当|必须|须|需要|不得|不予|不能|不再|禁止|可以|无需|不需|免收|免费|免于|除外|仅限|仅|以上|以下|以内|未满|年满|已满|不超过|超过|不低于|之前|之后|以前|以后|前|后|本人|代办|线上|线下|网上|窗口|暂停|取消|恢复|户籍|居住证|原件|复印件|或者|并且|且|或|和|同时/gu;
/** Sentences less alike than this are different ones. */
const sameSentence = 0.4;

const sentencesOf = (text: string): string[] =>
  (text.match(/[^。！？；\n]+[。！？；]?/gu) ?? [])
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
const lettersOf = (text: string): string => normalise(text).text.replace(/[^\p{L}\p{N}.%]+/gu, "");
const conditionsOf = (text: string): string =>
  [...text.matchAll(conditionWords)]
    .map(([word]) => word)
    .sort()
    .join(" ");

function pairsOf(text: string): Set<string> {
  const letters = lettersOf(text).replace(/\d+/gu, "#");
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < letters.length; at += 1) pairs.add(letters.slice(at, at + 2));
  return pairs;
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (!a.size || !b.size) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/**
 * Compares what was told with the body that is shown now, sentence by sentence; null when nothing is shown any more. It matters
 * when a figure, a term or a condition is another one, or the words are gone; other wording alone does not.
 */
export function passageChanges(told: string, bodyNow: string | null): Compared {
  if (bodyNow === null) return { changes: [{ what: "停用", before: null, after: null }], present: null, matters: true };
  if (lettersOf(bodyNow).includes(lettersOf(told))) return { changes: [], present: told, matters: false };
  const now = sentencesOf(bodyNow).map((text) => ({ text, letters: lettersOf(text), pairs: pairsOf(text) }));
  const changes: PassageChange[] = [];
  const present: string[] = [];
  for (const before of sentencesOf(told)) {
    const pairs = pairsOf(before);
    const same = now.find(({ letters }) => letters === lettersOf(before));
    const near = same ?? now.toSorted((a, b) => alike(pairs, b.pairs) - alike(pairs, a.pairs))[0];
    const after = near && (same || alike(pairs, near.pairs) >= sameSentence) ? near.text : null;
    if (after && !present.includes(after)) present.push(after);
    if (!same) changes.push({ what: whatChanged(before, after), before, after });
  }
  return {
    changes,
    present: present.length > 0 ? present.join("") : null,
    matters: changes.some(({ what }) => what !== "表述"),
  };
}

function whatChanged(before: string, after: string | null): PassageChange["what"] {
  if (after === null) return "删除";
  const [old, young] = [figureKeys(before), figureKeys(after)];
  if (old.join() !== young.join()) return isTermChanged(before, after) ? "期限" : "数字";
  return conditionsOf(before) === conditionsOf(after) ? "表述" : "条件";
}

/** Whether only terms changed: all other figures are the same. */
function isTermChanged(before: string, after: string): boolean {
  const amounts = (text: string) =>
    figuresOf(text)
      .filter(({ isTerm }) => !isTerm)
      .map(({ value, unit }) => value + unit)
      .sort()
      .join();
  return amounts(before) === amounts(after);
}

/** Why a call back may be needed, in one line for an editor. */
export function whyOf({ changes, matters }: Pick<Compared, "changes" | "matters">): string {
  if (changes.some(({ what }) => what === "停用")) return "该知识已停用，没有新的答复";
  if (!changes.length) return "告知的原话在新版本里没有变";
  if (!matters) return "只有表述变化";
  const kinds = [...new Set(changes.map(({ what }) => what))].filter((what) => what !== "表述");
  return `${kinds.join("、")}有变化`;
}
