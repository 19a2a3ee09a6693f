import type { CaseDetail } from "./types-callbacks.ts";

type Known = Pick<CaseDetail, "sealed" | "callIds"> | undefined;

/**
 * Whether a case on the screen is to be asked for again after news of these calls, or of unknown ones (null: the line was down). A call that
 * is new may be about any case; a sealed one is not called and its readings are on record (R-V7), so only its own calls count.
 */
export const isNewsFor = (known: Known, callIds: readonly string[] | null): boolean =>
  known !== undefined && (!known.sealed || callIds?.some((id) => known.callIds.includes(id)) === true);
