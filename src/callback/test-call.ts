import { Call } from "../orders/index.ts";

/** A callback of lines "A …" of the agent and "C …" of the citizen, one after the other. */
export function callbackOf(lines: readonly string[]): Call {
  const utterances = lines.map((line, i) => ({
    i,
    speaker: line.startsWith("A") ? "agent" : "citizen",
    startMs: i * 4000,
    endMs: i * 4000 + 3000,
    text: line.slice(2),
  }));
  return Call.parse({ id: "t", direction: "callback", startedAt: "2026-03-04T10:00:00+08:00", utterances });
}
