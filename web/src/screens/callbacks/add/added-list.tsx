import { Link } from "react-router";
import { useMay } from "../../../me.tsx";
import { useNow } from "../../../parts/use-now.ts";
import type { CaseDetail } from "../../../types-callbacks.ts";
import { SealedTag } from "../sealed-tag.tsx";
import { whenWords } from "../when.ts";

/** What was just added, each with what the plan says of it. */
export function AddedList({ added }: { added: readonly CaseDetail[] }) {
  const mayRead = useMay("callback.read");
  const nowMs = useNow();
  if (added.length === 0) return null;
  return (
    <section aria-label="刚加入的">
      <h2>刚加入的 {added.length} 件</h2>
      <table className="list" aria-label="刚加入的">
        <tbody>
          {added.map(({ id, title, state, plan, sealed }) => (
            <tr key={id}>
              <td className="num tight">{id}</td>
              <td className="wide">
                <SealedTag isSealed={sealed} />{" "}
                {mayRead ? <Link to={`/callbacks/cases/${encodeURIComponent(id)}`}>{title}</Link> : title}
              </td>
              <td>
                {state === "待回访" ? whenWords(plan, nowMs) : state}{" "}
                <span className="quiet">
                  {plan.reason} {plan.clause}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
