import { firstMatch } from "../platform/rules/index.ts";
import type { TypeEntry } from "../platform/rules/schema/wording.ts";

/** Caller's words longer than this are left out of a rewording, so that it stays speakable. */
const quotedLengthMax = 24;

/** The neutral rewording of a type: the first template whose words the sentence holds, else the one without conditions. */
export function neutralFor(entry: TypeEntry, text: string, callerWords: string): string {
  const chosen =
    entry.neutral.find((each) => firstMatch(each, text)) ??
    entry.neutral.find((each) => !each.cues && !each.patterns) ??
    entry.neutral[0];
  const words = callerWords.replace(/[。！!，,]+$/u, "");
  const quoted = words !== "" && words.length <= quotedLengthMax ? `您说“${words}”，` : "";
  return (chosen?.text ?? "").replace("您说“〔原话〕”，", quoted);
}
