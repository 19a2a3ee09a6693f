import { atShanghai, shiftDate } from "../../platform/workdays.ts";

export type Span = { from: Date; until: Date };

const midnight = (date: string): Date => new Date(atShanghai(date, "00:00"));

/** The days from `from` to `to`, both in, of Chinese time; without an end it is open there. */
export const daysBetween = (from: string | undefined, to: string | undefined): Span => ({
  from: from ? midnight(from) : new Date(0),
  until: to ? midnight(shiftDate(to, 1)) : new Date("2100-01-01T00:00:00Z"),
});

/** A month ("2026-03") of Chinese time. */
export function spanOfMonth(month: string): Span {
  const [year = 0, number = 1] = month.split("-").map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
  return { from: midnight(`${month}-01`), until: midnight(`${next}-01`) };
}
