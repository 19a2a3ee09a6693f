/** What the server (or the way to it) answered instead of a result; `message` is for people, `present` the row as it stands. */
export class ApiError extends Error {
  readonly status: number;
  readonly present: unknown;
  readonly requestId: string | null;

  constructor(status: number, message: string, rest: { present?: unknown; requestId?: string | null } = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.present = rest.present;
    this.requestId = rest.requestId ?? null;
  }
}

const timeoutMs = 20_000;

/** Sends JSON and gives back the parsed answer. Throws ApiError with words for people, also when the network is gone. */
export async function request<T>(method: "GET" | "POST" | "PATCH", path: string, body?: unknown): Promise<T> {
  const response = await send(method, path, body);
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  throw toApiError(response.status, answer);
}

async function send(method: string, path: string, body: unknown): Promise<Response> {
  const signal = AbortSignal.timeout(timeoutMs);
  const json =
    body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  try {
    return await fetch(path, { method, signal, credentials: "same-origin", ...json });
  } catch {
    throw new ApiError(0, "连不上服务器，请检查网络后重试");
  }
}

function toApiError(status: number, answer: unknown): ApiError {
  const { message, present, requestId } = (answer ?? {}) as { message?: string; present?: unknown; requestId?: string };
  return new ApiError(status, message ?? plainWords(status), { present, requestId: requestId ?? null });
}

function plainWords(status: number): string {
  if (status === 401) return "登录已过期，请重新登录";
  if (status === 403) return "您的角色没有这项权限";
  if (status === 404) return "内容不存在，或您无权查看";
  if (status === 429) return "操作太频繁，请稍后再试";
  return "服务器出错了，请稍后重试";
}

/** The path with the query parameters that have a value. */
export function withQuery(path: string, query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}
