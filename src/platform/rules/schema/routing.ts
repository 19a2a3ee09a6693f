import { z } from "zod";
import { Clause, Matchers, Pattern, RuleId, Text } from "./common.ts";

const Share = z.number().min(0).max(1);
const source = { clause: Clause, rule: RuleId, note: Text.optional() };

/** A body that rules name by its office, found in a city by how its name ends. */
const Role = z.strictObject({ id: Text, nameEndsWith: z.array(Text).min(1), ...source });

/** Which body is told as well: of an urgent class, or of a content item; with matchers, only when the words are there. */
const Notice = z.strictObject({
  role: Text,
  urgentClasses: z.array(Text),
  items: z.array(Text).optional(),
  when: Matchers.optional(),
  words: Text,
  ...source,
});

/** Scopes that are not accepted: the body that would get the matter, or nobody. */
const ScopeRoute = z.strictObject({ scope: Text, role: Text.nullable(), why: Text, ...source });

const Figures = z.strictObject({
  floor: Share,
  sure: Share,
  candidates: z.int().min(1).max(20),
  coShare: Share,
  coMost: z.int().min(0).max(10),
  ...source,
});

/**
 * Words by which the agent says on the phone who will get the matter, or will hear of it. Patterns must reach up to the name of
 * the body; a notPattern in the words around it (a question, an earlier step) switches them off.
 */
const Announced = z.strictObject({ patterns: z.array(Pattern).min(1), notPatterns: z.array(Pattern), ...source });

/** A matter that nobody owns alone goes to the district (R-R3) when these words are there and no agency stands out. */
const Unowned = z.strictObject({ ...Matchers.shape, margin: Share, ...source });

const Principle = z.strictObject({
  id: RuleId,
  text: Text,
  level: z.enum(["应", "宜", "可"]).optional(),
  by: z.enum(["程序建议", "人工判断", "流程"]),
  clause: Clause,
  note: Text.optional(),
});

/** Who gets an order: R-R1 to R-R20 as the sources word them, and the figures and words the engine reads. */
export const Routing = z
  .strictObject({
    figures: Figures,
    roles: z.array(Role).min(1),
    notices: z.array(Notice),
    scopes: z.array(ScopeRoute),
    announced: Announced,
    notified: Announced,
    unowned: Unowned,
    principles: z.array(Principle).min(1),
  })
  .superRefine((value, context) => {
    const roles = new Set(value.roles.map((role) => role.id));
    const check = (list: "notices" | "scopes") =>
      value[list].forEach((entry, index) => {
        if (entry.role === null || roles.has(entry.role)) return;
        context.addIssue({ code: "custom", path: [list, index, "role"], message: `roles 里没有 ${entry.role}` });
      });
    check("notices");
    check("scopes");
  });
export type Routing = z.infer<typeof Routing>;
