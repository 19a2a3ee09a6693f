import { useLit } from "../../parts/light.tsx";
import { quotedWords } from "../../parts/marks.ts";
import { callTime } from "../../parts/time.ts";
import type { QaItem, QaScore } from "../../types.ts";

/** The score of the call and only what cost points or needs a look. */
export function ScoreShort({ qa }: { qa: QaScore }) {
  const noted = qa.items.filter(({ verdict }) => verdict === "扣分" || verdict === "仅提示");
  const open = qa.items.filter(({ verdict }) => verdict === "待人工").length;
  return (
    <section aria-label="质检">
      <h2>质检 {qa.score === null ? "不适用" : `${qa.score} / 100`}</h2>
      {noted.map((item) => (
        <ScoreLine key={`${item.item}-${item.utterances.join()}`} item={item} />
      ))}
      <p className="quiet pad-x">
        {noted.length === 0 ? "没有扣分项" : `${noted.length} 项如上`}
        {open > 0 ? `，另有 ${open} 项待人工评` : ""}
      </p>
    </section>
  );
}

function ScoreLine({ item }: { item: QaItem }) {
  const { on, isPinned } = useLit({
    id: `qa.${item.item}.${item.utterances.join()}`,
    utterances: item.utterances,
    quotes: quotedWords(item.why),
  });
  return (
    <button type="button" {...on} className={`score-line${isPinned ? " pinned" : ""}`}>
      <span className="num">{item.deduction > 0 ? `-${item.deduction}` : "提示"}</span>
      <span>
        {item.item}
        {item.atMs !== null && <span className="num quiet"> {callTime(item.atMs)}</span>}
        <span className="quiet"> {item.why}</span>
      </span>
    </button>
  );
}
