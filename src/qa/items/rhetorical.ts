import type { Judge } from "../judge.ts";
import { mannerIn } from "./manner.ts";

/** 反问语气: a question that rebukes instead of asking (S4 5.2.3.5; S1 row 8). */
export const judgeRhetorical: Judge = (input) =>
  mannerIn(input, input.rules.rubric.signals.rhetorical, "反问语气", "用反问代替解释");
