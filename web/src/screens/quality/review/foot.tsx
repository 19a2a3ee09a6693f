import { Button } from "antd";
import { useNavigate, useSearchParams } from "react-router";
import { qualityApi } from "../../../api-quality.ts";
import { useKey, useKeyList } from "../../../parts/keys.tsx";
import type { QaView, Task } from "../../../types-quality.ts";
import { filterOf } from "../list/filter.ts";
import type { ReviewLine } from "./lines.ts";
import { useFinish } from "./use-judging.ts";

type Props = { view: QaView; task: Task | null; lines: readonly ReviewLine[]; onUndo: (() => void) | null };

/** Ends the review, and takes the next of the queue or, without a task, the riskiest of the list. */
export function Foot({ view, task, lines, onUndo }: Props) {
  const navigate = useNavigate();
  const showKeys = useKeyList();
  const [search] = useSearchParams();
  const tail = search.size > 0 ? `?${search}` : "";
  const nextRisky = async () => {
    const { items } = await qualityApi.calls({ ...filterOf(search), state: "未复核", order: "risk", limit: 2 });
    return items.find(({ id }) => id !== view.head.id)?.id ?? null;
  };
  const finish = useFinish(view, task, nextRisky);
  const end = async (isNextAsked: boolean) => {
    const next = await finish.run(isNextAsked).catch(() => undefined);
    if (next === undefined) return;
    const list = task ? "/quality/tasks" : `/quality${tail}`;
    await navigate(next ? `/quality/calls/${encodeURIComponent(next)}${tail}` : list);
  };
  useKey({ name: "f", shown: "F", words: "完成，取下一条" }, () => void end(true));
  const judged = lines.filter(({ word }) => word).length;
  return (
    <footer className="draft-foot foot-line">
      <Button type="primary" loading={finish.isPending} onClick={() => void end(true)}>
        完成，下一条 <kbd>F</kbd>
      </Button>
      <Button disabled={finish.isPending} onClick={() => void end(false)}>
        完成
      </Button>
      <span className="quiet num">
        要看的 {lines.length} 项，判了 {judged} 项
      </span>
      <span className="grow" />
      {onUndo && (
        <button type="button" className="link" onClick={onUndo}>
          撤回 Z
        </button>
      )}
      <button type="button" className="link" onClick={showKeys}>
        快捷键 ?
      </button>
    </footer>
  );
}
