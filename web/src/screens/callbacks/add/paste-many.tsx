import { useQueryClient } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useMemo, useState } from "react";
import { callbacksApi } from "../../../api-callbacks.ts";
import { ApiError } from "../../../request.ts";
import type { CaseDetail, NewCase } from "../../../types-callbacks.ts";
import { headWords, type ReadRow, rowsIn, textOf } from "./rows.ts";

type GoodRow = Extract<ReadRow, { row: unknown }>;
type Refusal = { line: number; words: string };
type Outcome = { refused: readonly Refusal[]; untried: number };

const nothing: Outcome = { refused: [], untried: 0 };
const mostAtOnce = 500;

/** Adds rows one by one until all are, or nobody listens any more. Gives back what was refused, and how many were never tried. */
async function addEach(
  rows: readonly GoodRow[],
  addOne: (row: NewCase, index: number) => Promise<void>,
): Promise<Outcome> {
  const refused: Refusal[] = [];
  for (const [index, { line, row }] of rows.entries()) {
    try {
      await addOne(row, index);
    } catch (error) {
      refused.push({ line, words: `${row.orderId}：${error instanceof Error ? error.message : "没有加入"}` });
      // Whoever is signed out, or cut off, is told once.
      if (error instanceof ApiError && (error.status === 401 || error.status === 0))
        return { refused, untried: rows.length - index - 1 };
    }
  }
  return { refused, untried: 0 };
}

/** The lines that are not on the list now: unreadable, refused, or never tried. */
function linesLeft(rows: readonly ReadRow[], good: readonly GoodRow[], { refused, untried }: Outcome): number[] {
  const tried = good.slice(0, good.length - untried).map(({ line }) => line);
  const added = new Set(tried.filter((line) => !refused.some((each) => each.line === line)));
  return rows.map(({ line }) => line).filter((line) => !added.has(line));
}

/** Many finished orders from a spreadsheet: pasted, looked through, then added one by one; what is refused says why and stays. */
export function PasteMany({ onAdded }: { onAdded: (one: CaseDetail) => void }) {
  const client = useQueryClient();
  const [text, setText] = useState("");
  const [done, setDone] = useState<number | null>(null);
  const [{ refused, untried }, setOutcome] = useState(nothing);
  const rows = useMemo(() => rowsIn(text), [text]);
  const good = rows.flatMap((each) => ("row" in each ? [each] : []));
  const add = async () => {
    setOutcome(nothing);
    const outcome = await addEach(good, async (row, index) => {
      setDone(index);
      onAdded(await callbacksApi.add(row));
    });
    const left = linesLeft(rows, good, outcome);
    // Lines are named by where they stand in the text that is left.
    const renamed = outcome.refused.map(({ line, words }) => ({ line: left.indexOf(line) + 2, words }));
    setOutcome({ ...outcome, refused: renamed });
    setDone(null);
    setText(textOf(text, new Set(left)));
    await client.invalidateQueries({ queryKey: ["callbacks"] });
  };
  return (
    <section className="cb-form" aria-label="粘贴多件">
      <h2>粘贴多件</h2>
      <p className="quiet cb-note">从表格复制粘贴，或粘贴 CSV。第一行写列名：{headWords.join("、")}。前两列必须有。</p>
      <Input.TextArea
        aria-label="粘贴表格"
        rows={6}
        readOnly={done !== null}
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
          <p className="near-soon">
            没有加入 {refused.length} 件{untried > 0 && `，还有 ${untried} 件没有试`}，都留在上面的框里：
          </p>
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
