import type { CallbackReview, Utterance } from "../../../types.ts";
import type { Dialogue } from "../../../types-callbacks.ts";

export type Quote = { i: number; atMs: number; text: string };
export type SideRow = {
  topic: Dialogue["topics"][number]["topic"];
  label: string;
  asked: Quote[];
  answered: Quote[];
  heard: string;
  recorded: string | null;
  isDifferent: boolean;
};

const labels: Record<SideRow["topic"], string> = {
  contacted: "单位是否联系",
  resolved: "是否解决",
  satisfaction: "满意度",
  reason: "不满意原因",
  opinion: "意见建议",
};

const answersIn = (from: Pick<CallbackReview, "contacted" | "resolved" | "satisfaction" | "reason" | "opinions">) => ({
  contacted: from.contacted as string,
  resolved: from.resolved as string,
  satisfaction: from.satisfaction as string,
  reason: from.reason ?? "—",
  opinion: from.opinions.join("；") || "—",
});

/** Question by question: what was asked, what was answered, how it was heard, and what was recorded (null: nothing is on record). */
export function sideRows(
  { topics, recorded }: Dialogue,
  review: CallbackReview | undefined,
  utterances: readonly Utterance[],
): SideRow[] {
  const quotes = (lines: readonly number[]): Quote[] =>
    lines.flatMap((i) => {
      const found = utterances.find((each) => each.i === i);
      return found ? [{ i, atMs: found.startMs, text: found.text }] : [];
    });
  const heard = review && answersIn(review);
  const written = recorded && answersIn(recorded);
  const differing = new Set(recorded?.differences.map(({ field }) => (field === "opinions" ? "opinion" : field)));
  return topics.map(({ topic, asked, answered }) => ({
    topic,
    label: labels[topic],
    asked: quotes(asked),
    answered: quotes(answered),
    heard: heard?.[topic] ?? "—",
    recorded: written?.[topic] ?? null,
    isDifferent: differing.has(topic),
  }));
}
