import { Link } from "react-router";
import { shortTime } from "../../../parts/time.ts";
import { stateOfOrderWords } from "../../../parts/words.ts";
import type { EarlierOrder } from "../../../types.ts";

/** What the same number called about before, newest first: a repeat is seen before it is written down again. */
export const Earlier = ({ orders }: { orders: readonly EarlierOrder[] }) => (
  <section aria-label="以前的工单">
    <h2>该来电以前的工单{orders.length > 0 && ` ${orders.length}`}</h2>
    {orders.length === 0 && <p className="quiet pad-x">没有</p>}
    <ol>
      {orders.map(({ orderId, callId, title, state, startedAt, item, lead }) => (
        <li key={orderId} className="earlier">
          <Link to={`/calls/${encodeURIComponent(callId)}`} target="_blank">
            {title}
          </Link>
          <p className="quiet">
            <span className="num">{shortTime(startedAt)}</span> · {stateOfOrderWords[state]} · {item}
            {lead && ` · ${lead}`}
          </p>
        </li>
      ))}
    </ol>
  </section>
);
