import { z } from "zod";
import { shippedOnce } from "../learn/index.ts";
import { codesOf, markHashBits, signsPerGap, writeSigns } from "./mark-signs.ts";
import type { Plain } from "./normalise.ts";

/** Marks that speech is cut at. */
export const settableMarks = ["，", "。", "？"] as const;

/** The file models/marks/weights.json: what scripts/train-marks.ts writes. `weights` are bytes of `step` each, one a mark and place, in base64. */
export const MarkWeights = z.object({
  version: z.literal(1),
  trainedChars: z.int(),
  step: z.number().positive(),
  weights: z.string(),
});
export type MarkWeights = z.infer<typeof MarkWeights>;

/** How much each place of the table speaks for each mark against none: `weights[place * 3 + mark]` times `step`. */
export type MarkModel = { readonly step: number; readonly weights: Int8Array };

/** Reads what scripts/train-marks.ts wrote. Throws where it is anything else. */
export function readMarkModel(file: unknown): MarkModel {
  const { step, weights } = MarkWeights.parse(file);
  const bytes = Buffer.from(weights, "base64");
  if (bytes.length !== settableMarks.length << markHashBits)
    throw new Error(`models/marks/weights.json: ${bytes.length} weights`);
  return { step, weights: new Int8Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)) };
}

const shippedModel = shippedOnce("marks/weights.json", readMarkModel);

/** A mark is set where one is at least this likely: of those it sets five in six stand where people set one too. */
const likelyMark = 0.4;

/** Speech with fewer marks than this a character has none: people who write speech down set one in nine. */
const markedShare = 0.02;
const anyMark = /[，。？！；：]/gu;

/** Whether a recogniser wrote all these words without marks. They are plain: half-width marks count as their full-width ones. */
export function isUnmarked(texts: readonly string[]): boolean {
  const all = texts.join("");
  return (all.match(anyMark)?.length ?? 0) < all.length * markedShare;
}

/**
 * Speech with the marks that are not there: commas, stops and question marks as people set them in like words. A mark that was set stands for no
 * character of the source, so that quotes stay exact. The text stays as it is without `models/marks/weights.json`.
 */
export function setMarks(plain: Plain, model: MarkModel | null = shippedModel()): Plain {
  if (!model) return plain;
  const gaps = gapsOf(plain.text, model);
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  const chances: number[] = [];
  for (let at = 0; at < plain.text.length; at += 1) {
    const end = plain.ends[at] ?? 0;
    text += plain.text.charAt(at);
    starts.push(plain.starts[at] ?? 0);
    ends.push(end);
    chances.push(gaps[at]?.chance ?? 0);
    const mark = gaps[at + 1]?.mark ?? "";
    if (mark === "") continue;
    text += mark;
    starts.push(end);
    ends.push(end);
    chances.push(0);
  }
  return { source: plain.source, text, starts, ends, chances };
}

/** What stands between two characters: the mark, "" where none is likely, and how likely any is. */
type Gap = { readonly mark: string; readonly chance: number };
const noGap: Gap = { mark: "", chance: 0 };

/** The gap before each character of a text, and behind the last. */
function gapsOf(text: string, { step, weights }: MarkModel): Gap[] {
  const codes = codesOf(text);
  const places = new Int32Array(signsPerGap);
  const gaps: Gap[] = [noGap];
  for (let gap = 1; gap <= text.length; gap += 1) {
    if (joined.test(text.slice(gap - 1, gap + 1))) {
      gaps.push(noGap);
      continue;
    }
    writeSigns(codes, gap, places);
    let comma = 0;
    let stop = 0;
    let asks = 0;
    for (const place of places) {
      comma += weights[place * 3] ?? 0;
      stop += weights[place * 3 + 1] ?? 0;
      asks += weights[place * 3 + 2] ?? 0;
    }
    gaps.push(gapOf(Math.exp(comma * step), Math.exp(stop * step), Math.exp(asks * step)));
  }
  return gaps;
}

/** Numbers, words of letters and pairs of halves stay whole, and a mark that is there needs none beside it. */
const joined = /^(?:[0-9A-Za-z.]{2}|[\ud800-\udbff][\udc00-\udfff])$|[，。？！；：、]/u;

function gapOf(comma: number, stop: number, asks: number): Gap {
  const all = comma + stop + asks;
  const chance = all / (1 + all);
  if (chance < likelyMark) return { mark: "", chance };
  if (comma >= stop && comma >= asks) return { mark: "，", chance };
  return { mark: stop >= asks ? "。" : "？", chance };
}
