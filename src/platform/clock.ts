/** Where the time comes from. Verbs read it from `ctx.now()`, tests put their own. */
export type Clock = () => Date;

/** The machine's time. The only place in src that asks for it. */
export const systemClock: Clock = () => new Date();

const shanghaiOffsetMs = 8 * 3600 * 1000;

/** An instant as ISO text in Chinese time, to the second: 2026-03-06T09:12:00+08:00. China has no summer time. */
export function toShanghaiIso(instant: Date): string {
  return `${new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 19)}+08:00`;
}
