type ErrorBody = { message?: string; present?: unknown; requestId?: string };

/** What the server (or the way to it) answered instead of a result; `message` is for people, `present` the row as it stands. */
export class ApiError extends Error {
  readonly status: number;
  readonly present: unknown;
  readonly requestId: string | null;

  constructor(status: number, body: ErrorBody = {}) {
    super(body.message ?? plainWords(status));
    this.name = "ApiError";
    this.status = status;
    this.present = body.present;
    this.requestId = body.requestId ?? null;
  }
}

const timeoutMs = 20_000;

/** `fetch` that throws ApiError for every answer that is no success, and when the network is gone. */
export async function request(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await send(input, { ...init, signal: AbortSignal.timeout(timeoutMs) });
  if (response.ok) return response;
  throw new ApiError(response.status, ((await response.json().catch(() => null)) ?? {}) as ErrorBody);
}

async function send(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(input, init);
  } catch {
    throw new ApiError(0);
  }
}

function plainWords(status: number): string {
  if (status === 0) return "连不上服务器，请检查网络后重试";
  if (status === 401) return "登录已过期，请重新登录";
  if (status === 403) return "您的角色没有这项权限";
  if (status === 404) return "内容不存在，或您无权查看";
  if (status === 429) return "操作太频繁，请稍后再试";
  return "服务器出错了，请稍后重试";
}
