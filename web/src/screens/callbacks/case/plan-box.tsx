import { nearness } from "../../../parts/clocks.tsx";
import { remaining, shortTime } from "../../../parts/time.ts";
import { useNow } from "../../../parts/use-now.ts";
import type { CaseDetail } from "../../../types-callbacks.ts";
import { whenWords } from "../when.ts";
import { Dials } from "./dials.tsx";

/** What to do now and by which clause, the dials so far, and what came of the one just made. */
export function PlanBox({ row, mayCall }: { row: CaseDetail; mayCall: boolean }) {
  const nowMs = useNow();
  const { plan, attempts, state } = row;
  const isOpen = state === "待回访";
  return (
    <section aria-label="怎么拨" className="cb-plan-box">
      <p className="cb-when">
        <strong className={`plan-${plan.action}`}>{isOpen ? whenWords(plan, nowMs) : state}</strong>
        <span>{plan.reason}</span>
        <span className="quiet">{plan.clause}</span>
        {isOpen && plan.deadline && (
          <span className={`num near-${nearness(plan.deadline, nowMs)}`}>
            期限 {shortTime(plan.deadline)}，{remaining(plan.deadline, nowMs)}
          </span>
        )}
      </p>
      {attempts.length > 0 && (
        <ol className="cb-attempts" aria-label="拨过的">
          {attempts.map(({ id, at, result, by }, index) => (
            <li key={id}>
              第 {index + 1} 次 <span className="num">{shortTime(at)}</span> {result}{" "}
              <span className="quiet">{by}</span>
            </li>
          ))}
        </ol>
      )}
      {mayCall && isOpen && plan.action === "拨打" && <Dials row={row} />}
      {mayCall && isOpen && plan.action === "等待" && (
        <p className="quiet">还不能记拨打结果；已经通上话的，可以记录回访结果。</p>
      )}
    </section>
  );
}
