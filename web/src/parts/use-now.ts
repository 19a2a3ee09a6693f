import { useEffect, useState } from "react";

const halfMinuteMs = 30_000;

/** The time now, read again every `tickMs`: clocks on the screen count. */
export function useNow(tickMs: number = halfMinuteMs): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    setNowMs(Date.now());
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [tickMs]);
  return nowMs;
}
