import { dayOf, shortTime } from "../../parts/time.ts";

const soonMs = 30 * 86_400_000;
const dayMs = 86_400_000;

type Span = { validFrom: string | null; validUntil: string | null };

/** How near the end of an article is, as a colour. */
export function nearnessOf({ validFrom, validUntil }: Span, nowMs: number): "calm" | "soon" | "over" {
  if (validUntil && Date.parse(validUntil) <= nowMs) return "over";
  if (validFrom && Date.parse(validFrom) > nowMs) return "soon";
  return validUntil && Date.parse(validUntil) - nowMs < soonMs ? "soon" : "calm";
}

/** `长期`, `至 2026-12-31`, `2026-04-01 起`, `已于 2026-03-01 失效`; the hour too where the end is near. */
export function validityWords({ validFrom, validUntil }: Span, nowMs: number): string {
  const near = nearnessOf({ validFrom, validUntil }, nowMs);
  if (near === "over" && validUntil) return `已于 ${dayOf(validUntil)} 失效`;
  if (validFrom && Date.parse(validFrom) > nowMs) return `${dayOf(validFrom)} 起`;
  if (!validUntil) return "长期";
  const isToday = Date.parse(validUntil) - nowMs < 2 * dayMs;
  return `至 ${isToday ? shortTime(validUntil) : dayOf(validUntil)}`;
}

export const Validity = ({ of, nowMs }: { of: Span; nowMs: number }) => (
  <span className={`num near-${nearnessOf(of, nowMs)}`}>{validityWords(of, nowMs)}</span>
);
