import { z } from "zod";
import { Clause, Matchers, RuleId, Text } from "./common.ts";

const Signal = z.strictObject({
  id: Text,
  words: Matchers,
  /** Each must stand somewhere in what the caller said. */
  and: z.array(Matchers).optional(),
  /** Must not stand close to the words. */
  unless: Matchers.optional(),
  /** Must not stand anywhere in what the caller said. */
  unlessAnywhere: Matchers.optional(),
  /** Counts also when the agent restated it and the caller agreed. */
  restated: z.boolean().optional(),
  /** Counts only when nothing else was heard and the agent treats the call as urgent. */
  heeded: z.boolean().optional(),
  /** Counts also where the agent heard the whole matter and closed the call as an ordinary one. */
  unheeded: z.boolean().optional(),
  /** Counts only in what the caller said right before the agent asked not to do it. */
  dissuaded: z.boolean().optional(),
  /** The emergency line that such a matter belongs to (S4 5.2.2.2). */
  line: z.enum(["110", "119", "120", "122"]).optional(),
  /** A threat of the caller: its words are quoted exactly (R-C4a). */
  threat: z.boolean().optional(),
  /** A threat of somebody else that the caller tells of: quoted too, but the caller does not threaten. */
  reported: z.boolean().optional(),
});

const UrgentClass = z.strictObject({
  urgentClass: z.enum(["不稳定因素", "突发事件", "基本民生保障", "极端天气", "疫情"]),
  clause: Clause,
  rule: RuleId.optional(),
  definition: Text,
  /** Tried in rising order, since one call may fit two classes. */
  order: z.int(),
  signals: z.array(Signal).min(1),
});

/** A frame that takes the urgency out of words: denied, reported, past, feared, figurative, fictional, taken back. */
const Frame = z.strictObject({
  id: Text,
  /** Where its words stand: right before, right after, in the sentence of the words, anywhere in the turn, or there and in what the caller says next. */
  where: z.enum(["before", "after", "sentence", "turn", "call"]),
  /** Threats are conditional and told of tomorrow; events are not. */
  for: z.enum(["all", "events", "threats"]),
  words: Matchers,
  /** The frame does not hold for what the agent asked not to do: there it is a threat however it begins. */
  unlessDissuaded: z.boolean().optional(),
  /** The frame does not hold where the words in question say this themselves (was told of last week, goes on today). */
  unlessWords: Matchers.optional(),
});

/** What shows that an incident told is no peril of now. */
const Ground = z.strictObject({
  id: Text,
  /** Where its words stand: in the sentence of the incident, there or a little before (telling), right before it, in its turn, in what the caller says later, in the answer where the agent asks after people, in what is asked for. */
  where: z.enum(["sentence", "telling", "before", "turn", "later", "answer", "demand"]),
  words: Matchers,
  /** Not where the same words also say this: money is asked for, and help. */
  unless: Matchers.optional(),
  /** Past days: one told there that lies so many days back or more is enough, and nothing counts that goes on since. */
  daysBack: z.int().positive().optional(),
  /** Holds for these classes only. */
  classes: z.array(UrgentClass.shape.urgentClass).min(1),
  /** Holds for these signals only, by their id. */
  signals: z.array(Text).min(1).optional(),
  /** What it gives way to: an agent who acts as in an emergency and somebody who waits (both, as a rule), the agent alone, or nothing. */
  yields: z.enum(["acts", "nothing"]).optional(),
});

/** Whether an incident told is a peril of now: where nothing tells, it is. */
const Over = z.strictObject({
  /** What an agent says who acts as one does in an emergency: then nothing is over. Promises of haste soothe any caller. */
  acts: Matchers,
  /** What a caller says where the peril is there and somebody waits: then nothing is over. */
  present: Matchers,
  /** A day told with such words is when it began. */
  since: Matchers,
  /** How an agent asks after people. */
  asks: Matchers,
  /** What a caller answers there when nobody is hurt. */
  clear: Matchers,
  /** How an agent reads back or asks what is wanted. */
  demands: Matchers,
  grounds: z.array(Ground).min(1),
});

/** Urgent classes by definition, and what takes the urgency out of urgent words. */
export const Urgency = z.strictObject({
  note: Text.optional(),
  classes: z.array(UrgentClass).min(1),
  frames: z.array(Frame).min(1),
  /** What an agent says who treats the call as urgent. */
  alarm: Matchers.optional(),
  /** The class of a call whose words fit none, by what an agent says and does who treats it as urgent. */
  unnamed: z
    .array(z.strictObject({ urgentClass: UrgentClass.shape.urgentClass, clause: Clause, agent: Matchers }))
    .optional(),
  /** What an agent says who asks the caller not to carry a threat out. */
  dissuades: Matchers.optional(),
  /** The caller says that it was never meant, whoever asked. */
  misheard: Matchers.optional(),
  /** What an agent asks who listens to danger without calling it urgent: how people are, how many are concerned. */
  concern: Matchers.optional(),
  /** What ends any call: a matter that the agent heard whole and closed without treating it as urgent is none. */
  closing: Matchers.optional(),
  /** Life in danger at this moment: such words count whatever the agent made of them. */
  peril: Matchers.optional(),
  over: Over.optional(),
  /** In a long telling words count only beside such words. */
  immediate: Matchers.optional(),
});
export type Urgency = z.infer<typeof Urgency>;
