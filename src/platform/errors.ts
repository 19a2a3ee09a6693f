/** Every way a verb may fail: the HTTP status, and whether a job tries again. */
export const faults = {
  invalid: { status: 400, retry: false },
  unauthenticated: { status: 401, retry: false },
  forbidden: { status: 403, retry: false },
  not_found: { status: 404, retry: false },
  conflict: { status: 409, retry: false },
  too_large: { status: 413, retry: false },
  unreadable: { status: 422, retry: false },
  rate_limited: { status: 429, retry: true },
  bad_answer: { status: 502, retry: true },
  unavailable: { status: 503, retry: true },
} as const;

export type Fault = keyof typeof faults;

/** `message` is shown to people; `detail` is for the log only; `present` is the row as it stands, sent with a conflict. */
export class AppError extends Error {
  readonly fault: Fault;
  readonly detail: unknown;
  readonly present: unknown;

  constructor(fault: Fault, message: string, options: { detail?: unknown; cause?: unknown; present?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.fault = fault;
    this.detail = options.detail;
    this.present = options.present;
  }
}

/** A missing thing and a hidden one are told in the same words. */
export const notFound = (what: string) => new AppError("not_found", `${what}不存在，或您无权查看`);
