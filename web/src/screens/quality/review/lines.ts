import type { LineTag } from "../../../parts/player/heard-words.tsx";
import type { SoundMark } from "../../../parts/player/marks.ts";
import type {
  Decision,
  PersonVerdict,
  QaView,
  SettledItem,
  Suggestion,
  Task,
  Verdict,
} from "../../../types-quality.ts";

/** What a person said of an item and what counts now. */
export type Word = Pick<Decision, "verdict" | "deduction" | "reason" | "by">;

/** A line of the rubric on the desk: as the engine judged it, what a model suggests where it left it open, and the word over it. */
export type ReviewLine = {
  item: SettledItem;
  engine: Verdict;
  suggestion: Suggestion | null;
  word: Word | null;
  verdict: Verdict;
  deduction: number;
};

/** What wants a look comes first; the rest is folded. */
export const lookedAt: readonly Verdict[] = ["扣分", "仅提示", "待人工"];
export const folded: readonly Verdict[] = ["合格", "不适用"];

/** The reader's unfinished task on the call: a blind one goes before a plain one. */
export function taskInHand(view: QaView, meId: string): Task | null {
  const mine = view.tasks.filter(({ reviewerId, state }) => reviewerId === meId && state === "进行中");
  return mine.find(isBlind) ?? mine[0] ?? null;
}

export const isBlind = ({ kind }: Pick<Task, "kind">): boolean => kind !== "复核";

/** The rubric as it stands on the desk. In a blind task only the reader's own words of that kind are over the engine's. */
export function linesOf(view: QaView, task: Task | null, meId: string): ReviewLine[] {
  return view.settled.items.map((item) => {
    const engine = item.decision?.engineVerdict ?? item.verdict;
    const own =
      task && isBlind(task)
        ? (view.decisions.findLast(
            (each) => each.item === item.item && each.kind === task.kind && each.byId === meId,
          ) ?? null)
        : item.decision;
    const word = own && { verdict: own.verdict, deduction: own.deduction, reason: own.reason, by: own.by };
    const suggestion = view.suggestions.find((each) => each.item === item.item) ?? null;
    const now = { verdict: own?.verdict ?? item.verdict, deduction: own?.deduction ?? item.deduction };
    return { item, engine, suggestion, word, ...now };
  });
}

/** The lines of one verdict of the engine, those in dispute or under appeal first, then as they were said. */
export const groupOf = (lines: readonly ReviewLine[], verdict: Verdict): ReviewLine[] =>
  lines
    .filter(({ engine }) => engine === verdict)
    .sort((a, b) => urgency(a) - urgency(b) || (a.item.atMs ?? far) - (b.item.atMs ?? far));

const far = Number.MAX_SAFE_INTEGER;
const urgency = ({ item }: ReviewLine) => (item.disputed || item.appeal?.state === "待处理" ? 0 : 1);

type Tone = SoundMark["tone"];

function toneOf({ verdict, word }: ReviewLine): Tone {
  if (verdict === "扣分") return "cost";
  return word ? "passed" : "hint";
}

const labelOf = (line: ReviewLine): string =>
  ({ cost: `-${line.deduction}`, hint: "提示", passed: "改判", open: "" })[toneOf(line)];

/** What is worth a mark: what costs points or might, and what somebody freed of it. */
const isMarked = ({ engine, verdict }: ReviewLine) => engine === "扣分" || engine === "仅提示" || verdict === "扣分";

/** The deductions as marks on the waveform. */
export const marksOf = (lines: readonly ReviewLine[]): SoundMark[] =>
  lines.filter(isMarked).flatMap((line) => {
    const { item } = line;
    if (item.atMs === null) return [];
    return [
      { id: item.item, atMs: item.atMs, label: labelOf(line), words: `${item.item}：${item.why}`, tone: toneOf(line) },
    ];
  });

/** The same at the lines of the transcript; a line that was left out of judging says so, once. */
export function tagsOf(lines: readonly ReviewLine[]): Map<number, LineTag[]> {
  const tags = new Map<number, LineTag[]>();
  const add = (utterance: number, tag: LineTag) => tags.set(utterance, [...(tags.get(utterance) ?? []), tag]);
  for (const line of lines.filter(isMarked)) {
    const { item, why } = line.item;
    for (const utterance of line.item.utterances)
      add(utterance, { id: item, label: `${labelOf(line)} ${item}`, words: why, tone: toneOf(line) });
  }
  const left = new Map<number, { item: string; words: string[] }>();
  for (const { item } of lines)
    for (const { utterance, why } of item.excluded) {
      const before = left.get(utterance);
      left.set(utterance, {
        item: before?.item ?? item.item,
        words: [...(before?.words ?? []), `${item.item}：${why}`],
      });
    }
  for (const [utterance, { item, words }] of left)
    add(utterance, { id: item, label: "未计入", words: words.join("\n"), tone: "out" });
  return tags;
}

/** What one key does: it is sent at once, or a reason is asked for first. */
export type Step = { verdict: PersonVerdict; reason: string; isAsked: boolean };

/**
 * Agreeing with the engine. What it left open is as the model suggests, else passed; a hint or suggestion that holds becomes a deduction, with its
 * reason to hand.
 */
export function agreeing({ engine, item, suggestion }: Pick<ReviewLine, "engine" | "item" | "suggestion">): Step {
  if (engine === "仅提示") return { verdict: "扣分", reason: `提示属实：${item.why}`, isAsked: true };
  if (engine !== "待人工") return { verdict: engine, reason: "", isAsked: false };
  if (suggestion?.verdict === "扣分") return { verdict: "扣分", reason: suggestion.why, isAsked: true };
  return { verdict: suggestion?.verdict ?? "合格", reason: "", isAsked: false };
}

/** Overruling: the likeliest other verdict, and always a reason. */
export function overruling({ engine, verdict }: Pick<ReviewLine, "engine" | "verdict">): Step {
  const now = engine === "待人工" || engine === "仅提示" ? engine : verdict;
  return { verdict: now === "扣分" || now === "仅提示" ? "合格" : "扣分", reason: "", isAsked: true };
}

/** Whether the server asks for a reason: wherever a person differs from the engine, unless what it left open is passed. */
export const isReasonNeeded = (engine: Verdict, verdict: PersonVerdict): boolean =>
  verdict !== engine && !(engine === "待人工" && verdict !== "扣分");

/** What takes a decision back: the one before it, else the engine's own. Null where the engine had none to go back to. */
export function undoing(
  engine: Verdict,
  before: Word | null,
): { verdict: PersonVerdict; deduction?: number; reason?: string } | null {
  if (before)
    return {
      verdict: before.verdict,
      ...(before.verdict === "扣分" ? { deduction: before.deduction } : {}),
      ...(before.reason ? { reason: before.reason } : {}),
    };
  return engine === "扣分" || engine === "合格" || engine === "不适用" ? { verdict: engine } : null;
}
