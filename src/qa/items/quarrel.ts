import type { Judge } from "../judge.ts";
import { mannerIn } from "./manner.ts";

/** 与来电人争吵: words that scold, mock or dare the caller (S1 row 4). */
export const judgeQuarrel: Judge = (input) =>
  mannerIn(input, input.rules.rubric.signals.quarrel, "与来电人争吵", "与来电人争执或指责来电人");
