import { AppError } from "../platform/errors.ts";

type Answer = { status: number; body: string };

/**
 * A fetch that keeps the body of its last answer, follows no redirect (masked text goes to the named server only) and
 * throws AppError `bad_answer` past `maxBytes`.
 */
export function keepingFetch(maxBytes = 2 * 1024 * 1024): { fetch: typeof fetch; answer(): Answer | null } {
  let kept: Answer | null = null;
  return {
    answer: () => kept,
    async fetch(input, init) {
      const response = await fetch(input, { ...init, redirect: "error" });
      const body = await readUpTo(response, maxBytes);
      kept = { status: response.status, body };
      return new Response(body, { status: response.status, headers: { "content-type": "application/json" } });
    },
  };
}

async function readUpTo(response: Response, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new AppError("bad_answer", "智能服务的答复过长");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
