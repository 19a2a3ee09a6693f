import type { callbacksApi, NewResult, RatesAsked } from "./api-callbacks.ts";

export type { Difference } from "../../src/callback/schema-case.ts";
export type { NewCase } from "./api-callbacks.ts";

/** What a call of the server gives, as the typed client says it. */
type Given<Name extends keyof typeof callbacksApi> = Awaited<ReturnType<(typeof callbacksApi)[Name]>>;

export type Case = Given<"list">["items"][number];
export type CaseState = Case["state"];
export type CaseCounts = Given<"list">["counts"];
export type CaseDetail = Given<"one">;
export type CaseResult = NonNullable<Case["result"]>;
export type Plan = Case["plan"];
export type Choices = Given<"choices">;
export type Script = Given<"script">;
export type ScriptLine = Script["lines"][number];
export type Verdict = Given<"checkWording">;
export type Heard = Given<"hear">;
export type Dialogue = Given<"dialogue">;
export type Rates = Given<"rates">;
export type RateRow = Rates["rows"][number];
export type RatesBy = NonNullable<RatesAsked["by"]>;
export type RatePoint = Given<"rateTrend">["points"][number];
export type TrendPoint = Given<"qaTrend">["points"][number];
/** The three questions of a callback. */
export type Answers = Pick<NewResult, "contacted" | "resolved" | "satisfaction">;
