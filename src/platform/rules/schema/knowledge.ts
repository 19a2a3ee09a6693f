import { z } from "zod";
import { Clause, matcherFields, RuleId, Text } from "./common.ts";
import { ElementKey } from "./recording.ts";

const Id = z.string().regex(/^[a-z][A-Za-z]*$/, "应为 camelCase");

const Entry = z.strictObject({
  id: Id,
  text: Text,
  level: z.enum(["应", "宜", "可"]),
  clause: Clause,
  rule: RuleId,
  note: Text.optional(),
});

/** The kinds of articles (S4 6.3.3, R-K3), and the agency's agreed answer to a hot question (R-K4). */
export const ArticleKind = z.enum(["政策法规", "职责与办事", "公共服务", "公告公开", "答复口径"]);
export type ArticleKind = z.infer<typeof ArticleKind>;

const source = { clause: Clause, rule: RuleId, note: Text.optional() };
const Figure = z.strictObject({ figure: z.int().positive(), ...source });

/** Who may publish what, and the defaults of dates. */
const Lifecycle = z.strictObject({
  /** Articles of these kinds or content items: who publishes may not be an author. */
  twoPerson: z.strictObject({ kinds: z.array(ArticleKind), items: z.array(Text), ...source }),
  bulletinHours: Figure,
  reviewDays: Figure,
  publicKinds: z.strictObject({ kinds: z.array(ArticleKind), ...source }),
});

/** What no article may say. */
const Refusal = z.strictObject({ id: Id, why: Text, ...matcherFields, clause: Clause, rule: RuleId });
export type Refusal = z.infer<typeof Refusal>;

/** What of a call or its order fills a slot. */
export const SlotSource = z.enum([...ElementKey.options, "title", "agency", "orderNumber", "calledDay", "district"]);
export type SlotSource = z.infer<typeof SlotSource>;

const AnswerTemplate = z.strictObject({
  id: z.string().regex(/^[A-Z0-9][A-Za-z0-9.-]*$/, "应为条款编号"),
  title: Text,
  kinds: z.array(z.enum(["咨询", "求助", "投诉", "举报", "建议"])).min(1),
  outcome: z.enum(["已解决", "未解决", "不能解决", "不合理诉求"]).optional(),
  text: Text,
  /** What must be there before it is used, since it promises something. */
  needs: z.array(z.enum(["承办单位", "条款"])),
  clause: Clause,
  rule: RuleId,
});
export type AnswerTemplate = z.infer<typeof AnswerTemplate>;

/** What the knowledge base holds, must do and must refuse. */
export const Knowledge = z
  .strictObject({
    contentKinds: z.array(Entry).min(1),
    functions: z.array(Entry).min(1),
    duties: z.array(Entry),
    lifecycle: Lifecycle,
    refusals: z.array(Refusal),
    slotSources: z.array(z.strictObject({ names: z.array(Text).min(1), from: SlotSource })),
    templates: z.array(AnswerTemplate),
  })
  .superRefine((value, context) => {
    const ids = value.templates.map(({ id }) => id);
    const twice = ids.find((id, at) => ids.indexOf(id) !== at);
    if (twice) context.addIssue({ code: "custom", path: ["templates"], message: `编号重复：${twice}` });
  });
export type Knowledge = z.infer<typeof Knowledge>;
