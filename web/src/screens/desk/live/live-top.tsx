import { type ReactNode, useRef, useState } from "react";
import { useNarrow } from "../../../parts/use-narrow.ts";
import { useNow } from "../../../parts/use-now.ts";
import type { CallView } from "../../../types.ts";
import { AlarmBanner } from "./alarm.tsx";
import { CallBar } from "./call-bar.tsx";
import { LastWords } from "./last-words.tsx";
import { delayMs, elapsedMs, waitedMs } from "./moment.ts";
import { SayStrip } from "./say-strip.tsx";
import { useKeepPlace } from "./use-keep-place.ts";

type Props = { view: CallView; asked: ReadonlySet<string>; onAsked: (element: string) => void; lead?: ReactNode };

const secondMs = 1_000;
const minuteMs = 60_000;

/** Everything above the columns that runs with the call. Only this part is drawn anew every second. */
export function LiveTop({ view, asked, onAsked, lead }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useKeepPlace(box);
  const { utterances, startedAt } = view.call;
  const nowMs = useNow(view.live ? secondMs : minuteMs);
  const elapsed = elapsedMs(startedAt, utterances, view.live ? nowMs : null);
  const delay = useDelay(view);
  const isNarrow = useNarrow();
  return (
    <div className="desk-top" ref={box}>
      <CallBar view={view} elapsed={elapsed} delay={delay} lead={lead} />
      {view.live && <SayStrip view={view} waited={waitedMs(utterances, elapsed)} asked={asked} onAsked={onAsked} />}
      {view.live && isNarrow && <LastWords utterances={utterances} />}
      {view.alarm && view.order?.state !== "confirmed" && (
        <AlarmBanner key={view.id} callId={view.id} alarm={view.alarm} isLive={view.live} />
      )}
    </div>
  );
}

/** How late the newest utterance came; words that were there when the page opened say nothing about that. */
function useDelay({ live, call }: CallView): number | null {
  const newest = call.utterances.at(-1);
  const [last, setLast] = useState<{ i: number | undefined; delay: number | null }>({ i: newest?.i, delay: null });
  if (live && newest && newest.i !== last.i)
    setLast({ i: newest.i, delay: delayMs(call.startedAt, newest, Date.now()) });
  return last.delay;
}
