import { isWorthShowing, percent } from "../../parts/words.ts";
import type { Agencies } from "../../types.ts";

/** Under the lead agency: how sure, who else it could be and why, who helps and who is told. */
export function AgencyLines({ agencies, isHuman }: { agencies: Agencies | null; isHuman: boolean }) {
  if (!agencies) return <p className="quiet">承办单位建议还没有出来</p>;
  const others = agencies.candidates.filter((each) => each.name !== agencies.lead && isWorthShowing(each));
  return (
    <div className="agency-lines">
      {agencies.abstained ? (
        <p className="near-soon">把握不够，没有建议牵头单位，请人工选择。</p>
      ) : (
        agencies.lead && !isHuman && <p className="quiet">把握 {percent(agencies.confidence)}</p>
      )}
      {others.map(({ name, confidence, why }) => (
        <p key={name} className="quiet">
          或 {name} {percent(confidence)}：{why}
        </p>
      ))}
      {agencies.co.length > 0 && <p>协办：{agencies.co.join("、")}</p>}
      {agencies.copyTo.length > 0 && <p>抄送：{agencies.copyTo.join("、")}</p>}
    </div>
  );
}
