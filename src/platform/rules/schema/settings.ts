import { z } from "zod";
import { Clause, Text } from "./common.ts";

export const SettingValue = z.union([z.string(), z.number(), z.boolean()]);
export type SettingValue = z.infer<typeof SettingValue>;

/** Settings that code reads, with every value it can act on (requirements section 15, X1-X35). */
export const settingValues = {
  satisfactionScale: z.enum(["fiveLevel", "twoLevel", "percentOnly"]),
  feedbackLimits: z.enum(["byUrgency", "byKind", "byDifficulty"]),
  fifteenDayMeaning: z.enum(["feedback", "nextStep"]),
  dispatchRule: z.enum(["byUrgency", "within12Hours", "dayCutoff", "sameDay"]),
  signRule: z.enum(["byUrgency", "workday24Hours", "none"]),
  returnRule: z.enum(["within1Workday", "within24Hours", "none"]),
  extensionRule: z.enum(["within7DaysOnce", "byKind", "none"]),
  leadUnit: z.enum(["firstReceiver", "designated", "hotlineCentre"]),
  callbackStart: z.enum(["afterLimit", "afterClose", "onAgencyDone"]),
  callbackCoverage: z.enum(["all", "sample"]),
  callbackDials: z.enum(["byOutcome", "twice"]),
  callbackDeadline: z.enum(["within12Workdays", "within3Days"]),
  callbackRates: z.enum(["three", "two"]),
  resolvedWording: z.enum(["resolved", "resolvedOrImproved"]),
  greeting: z.enum(["db11t", "mayorLine", "citizenLine"]),
  natureClasses: z.enum(["five", "four", "sixWithCriticism", "sixWithPraise"]),
  answerSpeed: z.enum(["everyCall15Seconds", "share80Within15Seconds"]),
  rubricOverflow: z.enum(["floorAtZero", "scaleToHundred"]),
  epidemicColumn: z.enum(["livelihood", "incident"]),
  orderForm: z.enum(["union24", "appendixD21"]),
  consentQuestion: z.enum(["optionalLine", "none"]),
  keyPersonRecord: z.enum(["sealedFlag", "offSystem"]),
  referencedStandards: z.enum(["note"]),
  emergencies: z.enum(["redirect", "take"]),
  dialect: z.enum(["perSeat", "mandarinOnly"]),
  reopening: z.enum(["humanDecision", "untilSatisfied"]),
  dayUnit: z.enum(["natural", "working"]),
  holdRule: z.enum(["phraseOnceOver30Seconds", "holdOrSpeakEvery30Seconds", "holdAlways30SecondsAtMost"]),
  outOfScope: z.enum(["channelWithWording", "refuse"]),
  urgentColumn: z.enum(["stricter", "byPerson"]),
  replyApproval: z.enum(["supervisorForWeb", "departmentHead", "fourSteps"]),
  cannotExplainedBy: z.enum(["agency", "hotlineCentre"]),
  webRating: z.enum(["twoQuestions", "onePage"]),
  appendixA: z.enum(["note"]),
  unreasonableDecision: z.enum(["secondPerson", "agencyGround"]),
} as const;

export type SettingName = keyof typeof settingValues;
export type Settings = { readonly [Name in SettingName]: z.infer<(typeof settingValues)[Name]> };

const Variant = z.strictObject({ value: SettingValue, source: Clause, note: Text });

const Setting = z
  .strictObject({
    id: z.string().regex(/^X\d+$/, "应为 X 加数字"),
    name: Text,
    topic: Text,
    variants: z.array(Variant).min(1),
    default: SettingValue,
    why: Text,
  })
  .superRefine((setting, context) => {
    const known = settingValues[setting.name as SettingName];
    if (!known) context.addIssue({ code: "custom", path: ["name"], message: `程序不认识设置 ${setting.name}` });
    setting.variants.forEach((variant, index) => {
      if (!known || known.safeParse(variant.value).success) return;
      context.addIssue({
        code: "custom",
        path: ["variants", index, "value"],
        message: `程序不支持取值 ${variant.value}`,
      });
    });
    if (setting.variants.some((variant) => variant.value === setting.default)) return;
    context.addIssue({ code: "custom", path: ["default"], message: `默认值 ${setting.default} 不在 variants 之中` });
  });
export type Setting = z.infer<typeof Setting>;

/** Where the sources contradict each other: every variant with its source, and the proposal. */
export const SettingsFile = z.strictObject({ settings: z.array(Setting).min(1) });
export type SettingsFile = z.infer<typeof SettingsFile>;
