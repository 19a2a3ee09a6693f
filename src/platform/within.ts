/**
 * Runs `work` with a signal that ends with `parent` or after `timeoutMs`, and waits no longer than that.
 * By hand, because AbortSignal.any drops collected sources on some Node versions (nodejs/node#57736, #65995).
 */
export async function within<T>(
  parent: AbortSignal,
  timeoutMs: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const own = new AbortController();
  const stop = () => own.abort(parent.reason);
  const timer = setTimeout(() => own.abort(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  const ended = new Promise<never>((_, reject) => {
    own.signal.addEventListener("abort", () => reject(own.signal.reason), { once: true });
  });
  parent.addEventListener("abort", stop, { once: true });
  if (parent.aborted) stop();
  try {
    return await Promise.race([work(own.signal), ended]);
  } finally {
    clearTimeout(timer);
    parent.removeEventListener("abort", stop);
  }
}
