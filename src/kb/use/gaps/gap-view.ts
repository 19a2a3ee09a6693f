import { toShanghaiIso } from "../../../platform/clock.ts";
import type { Gap } from "./schema.ts";
import type { TitledGap } from "./store.ts";

/** A gap as editors read it. */
export const gapView = ({ firstAt, lastAt, decidedAt, ...rest }: TitledGap): Gap => ({
  ...rest,
  firstAt: toShanghaiIso(firstAt),
  lastAt: toShanghaiIso(lastAt),
  decidedAt: decidedAt && toShanghaiIso(decidedAt),
});
