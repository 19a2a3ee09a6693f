import { Link } from "react-router";
import { Clocks } from "../../parts/clocks.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { UrgentTag } from "../../parts/tags.tsx";
import { isWorthShowing, percent } from "../../parts/words.ts";
import { useCall, useCity } from "../../queries.ts";
import type { City, OrderResult } from "../../types.ts";

/** The chosen order: to whom and why, what is missing, the clocks, and the words of the matter. */
export function Preview({ callId }: { callId: string }) {
  const { data, error, refetch } = useCall(callId);
  const city = useCity();
  return (
    <aside className="preview scroll" aria-label="所选工单">
      {data?.order ? (
        <Order callId={callId} order={data.order} city={city.data} />
      ) : error ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <Loading rows={8} />
      )}
    </aside>
  );
}

function Order({ callId, order, city }: { callId: string; order: OrderResult; city: City | undefined }) {
  const labelOf = (key: string) => city?.elements.find((element) => element.key === key)?.label ?? key;
  return (
    <>
      <h2>
        {order.title} <UrgentTag urgent={order.urgent} />
      </h2>
      <p>{order.summary}</p>
      {order.missing.length > 0 && <p className="near-soon">缺：{order.missing.map(labelOf).join("、")}</p>}
      <h3>牵头单位建议</h3>
      <Lead agencies={order.agencies} />
      <h3>时限</h3>
      <Clocks clocks={order.clocks} isSettled={false} />
      <p>
        <Link className="primary-link" to={`/calls/${encodeURIComponent(callId)}`}>
          打开工单（Enter）
        </Link>
      </p>
    </>
  );
}

function Lead({ agencies }: { agencies: OrderResult["agencies"] }) {
  if (!agencies) return <p className="quiet">还没有出来</p>;
  return (
    <>
      <p>
        <strong>{agencies.lead ?? "没有把握，请人工选择"}</strong>
        {agencies.lead && <span className="num quiet"> 把握 {percent(agencies.confidence)}</span>}
      </p>
      <p className="quiet">{agencies.why}</p>
      {agencies.candidates
        .filter((each) => each.name !== agencies.lead && isWorthShowing(each))
        .map(({ name, confidence, why }) => (
          <p key={name}>
            或 {name} <span className="num quiet">{percent(confidence)}</span> <span className="quiet">{why}</span>
          </p>
        ))}
      {agencies.co.length > 0 && <p>协办：{agencies.co.join("、")}</p>}
      {agencies.copyTo.length > 0 && <p>抄送：{agencies.copyTo.join("、")}</p>}
    </>
  );
}
