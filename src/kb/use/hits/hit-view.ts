import { toShanghaiIso } from "../../../platform/clock.ts";
import type { HitQuestion, HitRunHead } from "./schema.ts";
import type { CountedRun, HitQuestionRow } from "./store.ts";

const isoOrNull = (moment: Date | null) => moment && toShanghaiIso(moment);

export const runHead = ({ requestedAt, finishedAt, ...run }: CountedRun): HitRunHead => ({
  id: run.id,
  setId: run.setId,
  cause: run.cause,
  state: run.state,
  requestedByName: run.requestedByName,
  requestedAt: toShanghaiIso(requestedAt),
  finishedAt: isoOrNull(finishedAt),
  failure: run.failure,
  done: run.done,
  totals: run.totals,
});

export const questionView = ({ id, text, expected, at }: HitQuestionRow): HitQuestion => ({
  id,
  text,
  expected,
  at: isoOrNull(at),
});
