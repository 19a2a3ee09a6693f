const dayMs = 24 * 3600 * 1000;
const offsetMs = 8 * 3600 * 1000;

/** Milliseconds of an ISO instant. Throws RangeError on text that is no instant. */
export function instantMs(instant: string): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`no instant: ${instant}`);
  return ms;
}

/** Calendar day in China of an ISO instant, as YYYY-MM-DD. */
export function shanghaiDate(instant: string): string {
  return new Date(instantMs(instant) + offsetMs).toISOString().slice(0, 10);
}

/** Time of day in China of an ISO instant, as HH:MM:SS. */
export function shanghaiTime(instant: string): string {
  return new Date(instantMs(instant) + offsetMs).toISOString().slice(11, 19);
}

/** The ISO instant with +08:00 of a calendar day (YYYY-MM-DD) and a time of day (HH:MM or HH:MM:SS) in China. */
export function atShanghai(date: string, time: string): string {
  return `${date}T${time.length === 5 ? `${time}:00` : time}+08:00`;
}

/** An ISO instant moved by `ms` milliseconds, written with +08:00 to the second. */
export function shiftInstant(instant: string, ms: number): string {
  return `${new Date(instantMs(instant) + ms + offsetMs).toISOString().slice(0, 19)}+08:00`;
}

/** The calendar day `days` after `date` (YYYY-MM-DD); negative goes back. */
export function shiftDate(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Day of the week of a calendar day: 0 is Sunday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
