import type { Utterance } from "../../../types.ts";
import type { Difference } from "../../../types-callbacks.ts";
import { Differences } from "./differences.tsx";

type Props = { stop: readonly Difference[]; isCurrent: boolean; utterances: readonly Utterance[] };

/** Says that nothing was saved, and why. Once an answer is changed the differences are those of before. */
export const Stopped = ({ stop, isCurrent, utterances }: Props) =>
  isCurrent ? (
    <div role="alert" className="cb-stopped">
      <p>
        <strong>没有保存：记录与通话有 {stop.length} 处不符</strong>
      </p>
      <Differences differences={stop} utterances={utterances} />
      <p className="quiet">改成市民所说的再保存；确认这样记没有错，写明理由。</p>
    </div>
  ) : (
    <p role="status" className="quiet">
      已改动，再保存一次会重新核对。
    </p>
  );
