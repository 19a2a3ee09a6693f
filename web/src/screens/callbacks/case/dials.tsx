import { Button } from "antd";
import { useState } from "react";
import { callbacksApi } from "../../../api-callbacks.ts";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { useCaseAction, useChoices } from "../../../queries-callbacks.ts";
import type { CaseDetail } from "../../../types-callbacks.ts";

/** What came of a dial that nobody answered for: chosen first, then noted, since some results end the callback. */
export function Dials({ row }: { row: CaseDetail }) {
  const { data, error, refetch } = useChoices();
  const [chosen, setChosen] = useState<{ result: string; ends: boolean } | null>(null);
  const note = useCaseAction((result: string) => callbacksApi.attempt(row.id, result), "已记下这次拨打");
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return (
    <fieldset className="cb-dials" aria-label="没有通上话">
      {data?.dials.map(({ results, attempts, clause }) => (
        <p key={results.join()}>
          <span className="quiet" title={clause}>
            {attempts === 1 ? "拨一次即结束" : `最多拨 ${attempts} 次`}
          </span>
          {results.map((result) => (
            <button
              key={result}
              type="button"
              className="chip"
              aria-pressed={chosen?.result === result}
              onClick={() => setChosen(chosen?.result === result ? null : { result, ends: attempts === 1 })}
            >
              {result}
            </button>
          ))}
        </p>
      ))}
      {chosen && (
        <p>
          <Button
            type={chosen.ends ? "default" : "primary"}
            danger={chosen.ends}
            loading={note.isPending}
            onClick={() => note.mutate(chosen.result, { onSuccess: () => setChosen(null) })}
          >
            记下：{chosen.result}
          </Button>
          {chosen.ends && <span className="near-soon"> 记下后这件的回访就结束了</span>}
        </p>
      )}
    </fieldset>
  );
}
