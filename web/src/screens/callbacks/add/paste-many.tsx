import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useMemo, useState } from "react";
import { callbacksApi } from "../../../api-callbacks.ts";
import { ApiError } from "../../../request.ts";
import type { CaseDetail } from "../../../types-callbacks.ts";
import { headWords, type ReadRow, rowsIn } from "./rows.ts";

type Outcome = { line: number; words: string };

const mostAtOnce = 500;

/** Many finished orders from a spreadsheet: pasted, looked through, then added one by one; what is refused says why. */
export function PasteMany({ onAdded }: { onAdded: (one: CaseDetail) => void }) {
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [done, setDone] = useState<number | null>(null);
  const [refused, setRefused] = useState<readonly Outcome[]>([]);
  const rows = useMemo(() => rowsIn(text), [text]);
  const good = rows.flatMap((each) => ("row" in each ? [each] : []));
  const add = async () => {
    setRefused([]);
    const failed: Outcome[] = [];
    for (const [index, { line, row }] of good.entries()) {
      setDone(index);
      try {
        onAdded(await callbacksApi.add(row));
      } catch (error) {
        failed.push({ line, words: `${row.orderId}：${error instanceof Error ? error.message : "没有加入"}` });
        // Whoever is signed out, or cut off, is told once.
        if (error instanceof ApiError && (error.status === 401 || error.status === 0)) break;
      }
    }
    setRefused(failed);
    setDone(null);
    setText("");
    await client.invalidateQueries({ queryKey: ["callbacks"] });
  };
  return (
    <section className="cb-form" aria-label="粘贴多件">
      <h2>粘贴多件</h2>
      <p className="quiet cb-note">从表格复制粘贴，或粘贴 CSV。第一行写列名：{headWords.join("、")}。前两列必须有。</p>
      <Input.TextArea
        aria-label="粘贴表格"
        rows={6}
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={"工单编号\t办结时间\t标题\t电话\nYL2026112000001\t2026-11-20 16:30\t路灯不亮\t13800000000"}
      />
      <Faults rows={rows} />
      <p className="cb-save">
        <Button
          type="primary"
          disabled={good.length === 0 || good.length > mostAtOnce}
          loading={done !== null}
          onClick={() => void add()}
        >
          {done === null ? `加入 ${good.length} 件` : `正在加入 ${done + 1} / ${good.length}`}
        </Button>
        {good.length > mostAtOnce && <span className="near-soon">一次最多 {mostAtOnce} 件，请分几次</span>}
      </p>
      {refused.length > 0 && (
        <div role="alert">
          <p className="near-soon">没有加入 {refused.length} 件：</p>
          <ol>
            {refused.map(({ line, words }) => (
              <li key={line}>
                第 {line} 行 {words}
              </li>
            ))}
          </ol>
        </div>
      )}
    </section>
  );
}

const shownFaults = 10;

function Faults({ rows }: { rows: readonly ReadRow[] }) {
  const faults = rows.flatMap((each) => ("fault" in each ? [each] : []));
  if (faults.length === 0) return null;
  return (
    <ol className="near-soon" aria-label="读不懂的行">
      {faults.slice(0, shownFaults).map(({ line, fault }) => (
        <li key={line}>
          第 {line} 行：{fault}
        </li>
      ))}
      {faults.length > shownFaults && <li>还有 {faults.length - shownFaults} 行读不懂</li>}
    </ol>
  );
}
