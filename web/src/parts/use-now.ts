import { useEffect, useState } from "react";

const tickMs = 30_000;

/** The time now, read again every half minute: clocks on the screen count down. */
export function useNow(): number {
  const [nowMs, setNowMs] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
