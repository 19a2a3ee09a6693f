import pino from "pino";

/** Fields that may hold words or numbers of a person never reach a line. */
const personal = [
  "text",
  "utterances",
  "callerNumber",
  "contact",
  "name",
  "password",
  "cookie",
  "authorization",
  "value",
  "quote",
  "summary",
  "title",
];

export type Log = Pick<pino.Logger, "debug" | "info" | "warn" | "error">;

/** One JSON line an event, to standard error. Call it with ids and counts. */
export function openLog(level: string): Log {
  const paths = personal.flatMap((field) => [field, `*.${field}`]);
  return pino({ level, base: null, redact: { paths, censor: "[隐]" } }, pino.destination({ dest: 2, sync: true }));
}
