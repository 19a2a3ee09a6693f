import type { Element, ElementKey, ElementStatus } from "../../orders/index.ts";
import { says } from "../../platform/rules/index.ts";
import { sourceWords } from "../../platform/text/index.ts";
import { askedAbout, type Talk, type Topic, type Turn } from "../talk/talk.ts";

/** A value with the words it rests on: plain characters [start, end) of `turn`. */
export type Found = {
  readonly value: string;
  readonly turn: Turn;
  readonly start: number;
  readonly end: number;
  /** Other turns it rests on. */
  readonly also?: readonly Turn[];
  readonly why: string;
};

/** Indexes that an element names at most. */
const evidenceMax = 4;

/** The element for a value that was found. Its quote is an exact substring of one utterance. */
export function recorded(found: Found): Element {
  const quote = sourceWords(found.turn.plain, found.start, found.end);
  const indexes = [found.turn.i, ...(found.also ?? []).map((turn) => turn.i)];
  const evidence = [...new Set(indexes)].slice(0, evidenceMax).sort((a, b) => a - b);
  return {
    value: found.value,
    status: "已记录",
    quote: quote === "" ? null : quote,
    evidence,
    engine: "rules",
    why: found.why,
  };
}

/** An element without a value. */
export function empty(status: ElementStatus, why: string, turns: readonly Turn[] = []): Element {
  return {
    value: null,
    status,
    quote: null,
    evidence: turns.map((turn) => turn.i).slice(0, evidenceMax),
    engine: "rules",
    why,
  };
}

/** Why a value is missing: refused, not known to the caller, or never asked. */
export function notObtained(talk: Talk, topic: Topic): Element {
  const asked = askedAbout(talk, topic);
  for (const { replies } of asked) {
    for (const reply of replies) {
      if (says(talk.listening.refuses, reply.text)) return empty("来电人不愿提供", "问到时来电人不愿说", [reply]);
      if (says(talk.listening.unsure, reply.text)) return empty("来电人不清楚", "问到时来电人说不清楚", [reply]);
    }
  }
  return empty("未询问", asked.length > 0 ? "问过，没有听到回答" : "通话中没有问，来电人也没有说");
}

export type Elements = Partial<Record<ElementKey, Element>>;
