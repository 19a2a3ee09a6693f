import { type ReactNode, useRef } from "react";
import { useMe } from "../../me.tsx";
import { Clocks } from "../../parts/clocks.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { useCity, useOrderHistory } from "../../queries.ts";
import type { CallView, City, OrderEdit, OrderResult } from "../../types.ts";
import { AgencyLines } from "./agency-lines.tsx";
import { elementFields } from "./element-fields.ts";
import { ElementRows } from "./element-rows.tsx";
import type { Field } from "./field.ts";
import { FieldRow } from "./field-row.tsx";
import { Footer } from "./footer.tsx";
import { typedByPeople } from "./history.ts";
import { IdleElements } from "./idle-elements.tsx";
import { orderFields } from "./order-fields.ts";
import { useEditing } from "./use-editing.ts";
import { useKeepWords } from "./use-keep-words.ts";
import { useSteadyScroll } from "./use-steady-scroll.ts";

type Props = {
  view: CallView;
  order: OrderResult;
  asked: ReadonlySet<string>;
  onAsked: (element: string) => void;
  /** What stands between the elements and the handling where there is no column for it. */
  knowledge: ReactNode;
};

/** The draft order of a call. It waits for the names and lists of the city. */
export function Draft(props: Props) {
  const city = useCity();
  const history = useOrderHistory(props.view.id, props.order.id);
  if (city.data) return <DraftForm {...props} city={city.data} edits={history.data?.edits ?? []} />;
  return city.error ? <LoadFailed error={city.error} onRetry={() => void city.refetch()} /> : <Loading rows={10} />;
}

function DraftForm({
  view,
  order,
  asked,
  onAsked,
  knowledge,
  city,
  edits,
}: Props & { city: City; edits: readonly OrderEdit[] }) {
  const editing = useEditing(view.id, order);
  useKeepWords(editing.open.size > 0);
  const box = useRef<HTMLDivElement>(null);
  useSteadyScroll(box);
  const mayEdit = useMe().permissions.includes("order.edit");
  const isConfirmed = order.state === "confirmed";
  const row = { editing, isLocked: !mayEdit || isConfirmed };
  const fields = orderFields(order, { city, typedByPeople: typedByPeople(edits) });
  const elements = elementFields(order, { city, asks: view.asks, isOpen: (id) => editing.open.has(id) });
  return (
    <>
      <div className="scroll draft keeps-place" ref={box}>
        <header className={`draft-head${order.urgent === "紧急" ? " is-urgent" : ""}`}>
          <FieldRow {...row} field={fields.kind} note={<HeadWhy field={fields.kind} why={order.kindWhy} />} />
          <FieldRow {...row} field={fields.urgent} note={<HeadWhy field={fields.urgent} why={order.urgentWhy} />} />
          <FieldRow {...row} field={fields.title} />
        </header>
        <ElementRows {...row} fields={elements.shown} asked={asked} onAsked={onAsked} />
        <IdleElements {...row} fields={elements.idle} />
        {knowledge}
        <h2>办理</h2>
        <FieldRow {...row} field={fields.scope} />
        <FieldRow {...row} field={fields.category} />
        <FieldRow
          {...row}
          field={fields.lead}
          note={<AgencyLines agencies={order.agencies} isHuman={fields.lead.engine === "human"} />}
        />
        <FieldRow {...row} field={fields.area} />
        <FieldRow {...row} field={fields.confidential} />
        <h2>主要内容</h2>
        <FieldRow {...row} field={fields.summary} className="no-label" />
        {order.clocks.length > 0 && (
          <>
            <h2>时限</h2>
            <Clocks clocks={order.clocks} isSettled={isConfirmed} />
          </>
        )}
      </div>
      <Footer order={order} quality={view.quality} edits={edits} city={city} editing={editing} />
    </>
  );
}

/** The reason for kind and urgency is read without a click: one line, the whole behind 依据. */
const HeadWhy = ({ field, why }: { field: Field; why: string }) => (
  <p className="field-why quiet">{why && field.engine !== "human" ? why : " "}</p>
);
