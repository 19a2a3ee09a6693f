import type { qualityApi } from "./api-quality.ts";

export type { NewNote, NewPlan, QaFilter, ResultsQuery } from "./api-quality.ts";

/** What a call of the server gives, as the typed client says it. */
type Given<Name extends keyof typeof qualityApi> = Awaited<ReturnType<(typeof qualityApi)[Name]>>;

/** A scored call as lists show it. */
export type QaHead = Given<"calls">["items"][number];
/** A scored call with everybody's word on it. */
export type QaView = Given<"call">;
export type Settled = QaView["settled"];
/** A line of the rubric as it counts now. */
export type SettledItem = Settled["items"][number];
export type Verdict = SettledItem["verdict"];
/** How a person may judge. */
export type PersonVerdict = QaView["decisions"][number]["verdict"];
export type Decision = QaView["decisions"][number];
/** A model's word on an item that waits for a person. */
export type Suggestion = QaView["suggestions"][number];
export type Appeal = Given<"appeals">["items"][number];
export type Note = Given<"notes">["items"][number];
export type Task = Given<"tasks">["items"][number];
export type Plan = Given<"plans">["items"][number];
export type Agreement = Given<"agreement">["overall"];
export type Calibration = Given<"calibrations">["items"][number];
export type CalibrationView = Given<"calibration">;
export type Standing = Given<"items">["items"][number];
export type Seat = Given<"seats">["items"][number];
export type MonthResult = Given<"results">["rows"][number];
export type Rescore = Given<"rescores">["items"][number];
export type Recording = NonNullable<QaView["recording"]>;
export type RubricRow = Given<"rubric">["rows"][number];
export type Peaks = Given<"peaks">;
