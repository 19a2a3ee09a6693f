import { z } from "zod";

/** True when the text compiles as a regular expression with the unicode flag, which is how `match.ts` will compile it. */
function compiles(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}

/** Words that say something; a blank string is a mistake in the file. */
export const Text = z.string().trim().min(1, "不能为空");

/** Source and clause of an entry, e.g. "S4 附录C.3". */
export const Clause = Text;

/** Id of a requirement: R-C3a, R-LQ1, X14. */
export const RuleId = z.string().regex(/^(R-[A-Z]+\d+[a-z]?|X\d+)$/, "应为 R-… 或 X… 编号");

/** One requirement id, or a list of them. */
export const RuleIds = z.array(RuleId).min(1, "应至少有一个编号");

/** Regular expression source; compiled at load, so a bad one names its line. */
export const Pattern = Text.refine(compiles, "正则表达式无法编译").refine(
  (source) => !/\\[1-9]|\(\?<[^=!]/.test(source),
  "不能用反向引用或命名分组：多个表达式会合成一个",
);

/** What engines look for in text. A match inside a notCue or notPattern match does not count. */
export const Matchers = z.strictObject({
  cues: z.array(Text).optional(),
  patterns: z.array(Pattern).optional(),
  notCues: z.array(Text).optional(),
  notPatterns: z.array(Pattern).optional(),
});
export type Matchers = z.infer<typeof Matchers>;

/** The four fields of `Matchers`, to spread into an entry that has other fields too. */
export const matcherFields = Matchers.shape;

/** Words by their weight: `{ 4: [路灯不亮], 1: [照明] }`. 4 says one thing alone, 1 is a faint hint. */
export const WeightedCues = z.record(z.string().regex(/^\d+(\.\d+)?$/, "分量应为数字"), z.array(Text).min(1));
export type WeightedCues = z.infer<typeof WeightedCues>;

/** Length of time as the source words it. `天` is a day whose kind the source leaves open (X27). */
export const Duration = z.strictObject({
  amount: z.number().positive("应大于 0"),
  unit: z.enum(["分钟", "小时", "工作日", "自然日", "天"]),
});
export type Duration = z.infer<typeof Duration>;
