// Samples with human-made answers, and the parts of a result that are scored (every part may be missing).

export type Split = { split?: "tune" | "report" };
type Words = { i: number; speaker: string; startMs: number; endMs: number; text: string };

export type InboundGold = {
  kind: string;
  urgent: string;
  urgentClass: string | null;
  scope: string;
  level1: string;
  level1Alt?: string[];
  items: string[];
  leadAgencies: string[];
  coAgencies: string[];
  district: string | null;
  street: string | null;
  elements: Record<string, string | null>;
  evidence?: Record<string, number[]>;
  missing: string[];
  confidential: boolean;
  directAnswer: boolean;
  threatQuotes: string[];
  title: string;
  summary: string;
  qa: { item: string; utterance: number }[];
};
export type InboundSample = Split & {
  id: string;
  callerNumber?: string | null;
  utterances: Words[];
  gold: InboundGold;
};

export type CallbackAnswers = {
  reached: boolean;
  consented: boolean;
  identityStated: boolean;
  identityChecked: boolean;
  contacted: string;
  resolved: string;
  satisfaction: string;
};
export type CallbackGold = CallbackAnswers & {
  leading: { utterance: number; type: string }[];
  otherFaults: { item: string; utterance: number }[];
};
export type CallbackSample = Split & { id: string; utterances: Words[]; gold: CallbackGold };

export type LeadingSample = Split & {
  id: string;
  context: string;
  text: string;
  leading: boolean;
  type: string | null;
  severity: string | null;
  span: string | null;
  neutral: string | null;
};

export type EligibilityGold = { action: string; notBefore: string | null; attemptsAllowed: number };
export type EligibilitySample = Split & { id: string; order: Record<string, unknown>; gold: EligibilityGold };

export type ElementAnswer = { value?: string | null; quote?: string | null; evidence?: number[] };
type Named = { item?: string };
export type OrderAnswer = {
  kind?: string;
  urgent?: string;
  urgentClass?: string | null;
  scope?: string;
  category?: Named & { level1?: string; candidates?: Named[] };
  agencies?: { lead?: string | null; co?: string[]; candidates?: { name?: string }[] };
  district?: string | null;
  street?: string | null;
  confidential?: boolean;
  elements?: Record<string, ElementAnswer | undefined>;
  missing?: string[];
  threatQuotes?: string[];
  title?: string;
  summary?: string;
};
export type CallResult = {
  id: string | null;
  order?: OrderAnswer;
  directAnswer?: boolean;
  qa?: { items?: { item: string; verdict: string }[] };
  callback?: Partial<CallbackAnswers> & { leading?: { utterance: number; type?: string }[]; faults?: Named[] };
};
export type LeadingResult = {
  id: string;
  leading?: boolean;
  type?: string | null;
  severity?: string | null;
  span?: string | null;
  neutral?: string | null;
};
export type EligibilityResult = { id: string; action?: string; notBefore?: string | null; attemptsAllowed?: number };
