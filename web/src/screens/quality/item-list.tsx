import { useLit } from "../../parts/light.tsx";
import { quotedWords } from "../../parts/marks.ts";
import { callTime } from "../../parts/time.ts";
import type { QaItem } from "../../types.ts";

const order: QaItem["verdict"][] = ["扣分", "仅提示", "待人工", "合格", "不适用"];

/** The rubric as it was judged: what cost points first. */
export function ItemList({ items }: { items: readonly QaItem[] }) {
  return order.map((verdict) => {
    const these = items.filter((item) => item.verdict === verdict);
    if (!these.length) return null;
    return (
      <section key={verdict} aria-label={verdict}>
        <h2>
          {verdict} {these.length}
        </h2>
        {these.map((item) => (
          <Item key={`${item.item}-${item.utterances.join()}`} item={item} />
        ))}
      </section>
    );
  });
}

function Item({ item }: { item: QaItem }) {
  const id = `qa.${item.item}.${item.utterances.join()}`;
  const { on, isPinned } = useLit({ id, utterances: item.utterances, quotes: quotedWords(item.why) });
  return (
    <button type="button" {...on} className={`qa-item verdict-${item.verdict}${isPinned ? " pinned" : ""}`}>
      <span className="num">{item.deduction > 0 ? `-${item.deduction}` : ""}</span>
      <span>
        <strong>{item.item}</strong>
        <span className="quiet"> {item.why}</span>
      </span>
      <span className="num quiet">{item.atMs === null ? "" : callTime(item.atMs)}</span>
      <span className="quiet" title="评分表条款">
        {item.clause}
      </span>
    </button>
  );
}
