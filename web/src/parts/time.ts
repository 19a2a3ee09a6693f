const zone = "Asia/Shanghai";
const parts = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat("zh-CN", { timeZone: zone, hour12: false, ...options });

const dayAndTime = parts({ month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
const full = parts({
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const day = parts({ year: "numeric", month: "2-digit", day: "2-digit" });

/** Of an ISO instant: `03-05 09:12`, in the time of the city. */
export const shortTime = (iso: string): string => dayAndTime.format(new Date(iso)).replace("/", "-");

/** `2026-03-05 09:12:00` */
export const fullTime = (iso: string): string => full.format(new Date(iso)).replaceAll("/", "-");

/** `2026-03-05` */
export const dayOf = (iso: string): string => day.format(new Date(iso)).replaceAll("/", "-");

/** Milliseconds from the start of a call as `mm:ss`; an hour is 60 minutes more. */
export function callTime(ms: number): string {
  const sec = Math.floor(ms / 1000);
  return `${String(Math.floor(sec / 60)).padStart(2, "0")}:${String(sec % 60).padStart(2, "0")}`;
}

/** What is left until `due`: `还有 3 小时 12 分`, `超期 2 天 1 小时`. */
export function remaining(due: string, nowMs: number): string {
  const leftMs = Date.parse(due) - nowMs;
  return `${leftMs < 0 ? "超期" : "还有"} ${spanWords(Math.abs(leftMs))}`;
}

function spanWords(spanMs: number): string {
  const minutes = Math.floor(spanMs / 60_000);
  const [days, hours, rest] = [Math.floor(minutes / 1_440), Math.floor(minutes / 60) % 24, minutes % 60];
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  return hours > 0 ? `${hours} 小时 ${rest} 分` : `${rest} 分`;
}

/** `2026-03-05T09:12` as people write it; other words stay as they are. */
export const readableMoment = (words: string): string => words.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/, "$1 $2");
