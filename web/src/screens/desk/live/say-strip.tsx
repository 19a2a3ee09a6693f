import { useKey } from "../../../parts/keys.tsx";
import type { CallView } from "../../../types.ts";
import { sayNext } from "./say-next.ts";
import { useCopy } from "./use-copy.ts";

type Props = { view: CallView; waited: number | null; asked: ReadonlySet<string>; onAsked: (element: string) => void };

/** The one phrase that fits now, in a line that keeps its height. While the caller waits it counts. */
export function SayStrip({ view, waited, asked, onAsked }: Props) {
  const copy = useCopy();
  const say = sayNext(view, waited, asked);
  const use = () => {
    if (!say) return;
    void copy(say.words);
    const ask = view.asks.find(({ question }) => say.when === "接着问" && question === say.words);
    if (ask) onAsked(ask.element);
  };
  useKey({ name: "c", shown: "C", words: "复制现在该说的话；是问句时记为已问" }, say ? use : null);
  const isWaiting = say?.when === "请等待";
  return (
    <section className={`say-strip${isWaiting ? " is-waiting" : ""}`} aria-label="现在说">
      <span className="say-when" role={isWaiting ? "alert" : undefined}>
        {say?.when ?? ""}
      </span>
      {say && (
        <button type="button" className="say-words" onClick={use} title={`${say.words}（点击或按 C 复制）`}>
          “{say.words}”
        </button>
      )}
      {isWaiting && <span className="num">已等 {Math.floor((waited ?? 0) / 1000)} 秒</span>}
    </section>
  );
}
