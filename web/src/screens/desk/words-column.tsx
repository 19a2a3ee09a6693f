import { useRef } from "react";
import { useKey } from "../../parts/keys.tsx";
import { Transcript } from "../../parts/transcript.tsx";
import { useFollow } from "../../parts/use-follow.ts";
import type { CallView } from "../../types.ts";

const nobody: readonly string[] = [];

/** What was said. While the call goes on it follows the newest words, unless one scrolled up to read. */
export function WordsColumn({ view }: { view: CallView }) {
  const box = useRef<HTMLDivElement>(null);
  const { utterances } = view.call;
  const { unseen, toEnd } = useFollow(box, utterances.length, view.live);
  useKey({ name: "l", shown: "L", words: "原话回到最新一句" }, view.live ? toEnd : null);
  return (
    <>
      <div className="scroll" ref={box}>
        <Transcript utterances={utterances} threats={view.order?.threatQuotes ?? nobody} />
      </div>
      {unseen > 0 && (
        <button type="button" className="to-newest" onClick={toEnd}>
          ↓ 又说了 {unseen} 句
        </button>
      )}
    </>
  );
}
