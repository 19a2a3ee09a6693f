/** The time of the city, whatever the browser's own is: China has one, without summer time. */
const offset = "+08:00";
const offsetMs = 8 * 3_600_000;

/** An ISO instant as a field of day and time holds it: `2026-03-05T09:00`; empty for null. */
export const toLocal = (iso: string | null): string =>
  iso === null ? "" : new Date(Date.parse(iso) + offsetMs).toISOString().slice(0, 16);

/** What such a field holds as an ISO instant; null when it is empty or half typed. */
export function fromLocal(local: string): string | null {
  const iso = `${local.length === 16 ? `${local}:00` : local}${offset}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

/** The instant `hours` after a moment, on the full minute. */
export const afterHours = (fromMs: number, hours: number): string =>
  fromLocal(toLocal(new Date(fromMs + hours * 3_600_000).toISOString())) ?? "";
