import { z } from "zod";
import { Matchers, Text } from "./common.ts";

const Topic = z.strictObject({
  /** What the agent says to ask for it. */
  asked: Matchers.optional(),
  /** What the caller says when telling it unasked. */
  told: Matchers.optional(),
});

const Title = z.strictObject({ word: Text, gender: z.enum(["男", "女", "不明"]) });

const Supplier = z.strictObject({
  /** How the order names it. */
  body: Text,
  /** What the call says for it. */
  words: Matchers,
  /** Matters that are its own. */
  matters: Matchers,
});

const TargetParts = z.strictObject({
  /** Words of the sentence before a name; anchored at the start. */
  leads: Matchers,
  /** What a name follows at once. */
  called: Matchers,
  /** Words that are no name, where a name was asked for. */
  noName: Matchers,
  /** The agent asks for the name itself. */
  asksName: Matchers,
  /** Places that can be a party too. */
  venues: Matchers,
  /** Bodies one turns to. */
  publicBodies: Matchers,
  /** People without or with a name after the word. */
  people: Matchers,
  /** People the matter is about, who do nothing wrong. */
  affected: Matchers,
  /** Before the words: complained of. */
  complained: Matchers,
  /** Before the words: turned to for help. */
  turnedTo: Matchers,
  /** After the words: a place beside it is meant, not it. */
  beside: Matchers,
  /** After the words: what they do wrong. */
  acts: Matchers,
  /** How a place ends, where what is there follows: 3号楼|冉庆丰. */
  placeEnds: Matchers,
  vehicles: Matchers,
  suppliers: z.array(Supplier),
  /** Words that end the name of a party, by what sort of party they name. */
  heads: z.record(Text, z.array(Text).min(1)),
});

/** How agents ask and callers answer: language, not policy, so no clause; it serves every recording pack. */
export const Listening = z.strictObject({
  note: Text.optional(),
  /** Who speaks, where the words tell it for sure; for turns without a label `unknownAgent` is enough. */
  voices: z.strictObject({ agent: Matchers, citizen: Matchers, unknownAgent: Matchers }),
  yes: Matchers,
  no: Matchers,
  refuses: Matchers,
  unsure: Matchers,
  /** Nothing was done or nobody was asked before. */
  never: Matchers,
  thisNumber: Matchers,
  /** Said without being asked: call me on this number. */
  thisNumberTold: Matchers,
  asksThisNumber: Matchers,
  confidential: Matchers,
  /** The agent promises this caller secrecy. */
  confidentialPromise: Matchers,
  /** The caller needs no secrecy. */
  confidentialWaived: Matchers,
  emptyTalk: Matchers,
  titles: z.array(Title).min(1),
  restatement: z.strictObject({ opens: Matchers, checks: Matchers, lead: Matchers, tail: Matchers, demand: Matchers }),
  topics: z.strictObject({
    name: Topic,
    contact: Topic,
    time: Topic,
    place: Topic,
    event: Topic,
    target: Topic,
    priorHandling: Topic,
    demand: Topic,
    reason: Topic,
    proposal: Topic,
    question: Topic,
    emergencyCalled: Topic,
    onSite: Topic,
    status: Topic,
    harm: Topic,
    scope: Topic,
  }),
  placeParts: z.strictObject({ names: Matchers, units: Matchers, landmarks: Matchers }),
  organisations: Matchers,
  things: Matchers,
  targetParts: TargetParts,
  authorities: Matchers,
  threatParts: z.strictObject({
    opens: Matchers,
    /** Who is to act: opens a threat unless a time or a condition does. */
    subjects: Matchers,
    follows: Matchers,
    /** Clauses behind a threat that tell something else: feelings, reasons, questions to the agent. */
    stops: Matchers,
    /** Words that open what somebody else said: 他说. */
    tells: Matchers,
    /** Somebody else than the caller threatens, or means to harm himself, as the caller tells. */
    others: Matchers,
    /** What is said about the threat and is no part of it: 我跟你说, 你信不信. */
    aside: Matchers,
    channel: Matchers,
    means: Matchers,
    place: Matchers,
    /** Lawful steps: no threat, however they are told, without words of harm beside them. */
    lawful: Matchers,
    harms: Matchers,
    /** The caller says outright what he will do: a threat, whatever a model makes of the call. */
    plain: Matchers,
    /** Classes of words by which a model tells a threat from what only sounds like one. */
    signs: z.record(Text, Matchers),
    /** What an agent answers who has heard a threat, and what any caller is answered. */
    heeds: z.record(Text, Matchers),
    passes: z.record(Text, Matchers),
  }),
  answers: z.strictObject({ given: Matchers, numberGiven: Matchers, forwarded: Matchers, declined: Matchers }),
});
export type Listening = z.infer<typeof Listening>;
