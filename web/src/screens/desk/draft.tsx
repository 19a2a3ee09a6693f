import { useMe } from "../../me.tsx";
import { Clocks } from "../../parts/clocks.tsx";
import { LoadFailed } from "../../parts/load-failed.tsx";
import { Loading } from "../../parts/loading.tsx";
import { useCity, useOrderHistory } from "../../queries.ts";
import type { CallView, City, OrderEdit, OrderResult } from "../../types.ts";
import { AgencyLines } from "./agency-lines.tsx";
import { Answers } from "./answers.tsx";
import { elementFields } from "./element-fields.ts";
import type { Field } from "./field.ts";
import { FieldRow } from "./field-row.tsx";
import { Footer } from "./footer.tsx";
import { typedByPeople } from "./history.ts";
import { IdleElements } from "./idle-elements.tsx";
import { MissingList } from "./missing-list.tsx";
import { orderFields } from "./order-fields.ts";
import { ScoreShort } from "./score-short.tsx";
import { useEditing } from "./use-editing.ts";
import { useKeepWords } from "./use-keep-words.ts";

type Props = { view: CallView; order: OrderResult };

/** The draft order of a call. It waits for the names and lists of the city. */
export function Draft({ view, order }: Props) {
  const city = useCity();
  const history = useOrderHistory(view.id, order.id);
  if (city.data) return <DraftForm view={view} order={order} city={city.data} edits={history.data?.edits ?? []} />;
  return city.error ? <LoadFailed error={city.error} onRetry={() => void city.refetch()} /> : <Loading rows={10} />;
}

function DraftForm({ view, order, city, edits }: Props & { city: City; edits: readonly OrderEdit[] }) {
  const editing = useEditing(view.id, order);
  useKeepWords(editing.open.size > 0);
  const mayEdit = useMe().permissions.includes("order.edit");
  const isConfirmed = order.state === "confirmed";
  const isLocked = !mayEdit || isConfirmed;
  const around = { city, typedByPeople: typedByPeople(edits) };
  const fields = orderFields(order, around);
  const { missing, known, idle } = elementFields(order, city);
  const row = { editing, isLocked };
  return (
    <>
      <div className="scroll draft">
        <header className={`draft-head${order.urgent === "紧急" ? " is-urgent" : ""}`}>
          <FieldRow {...row} field={fields.kind} note={<HeadWhy field={fields.kind} why={order.kindWhy} />} />
          <FieldRow {...row} field={fields.urgent} note={<HeadWhy field={fields.urgent} why={order.urgentWhy} />} />
          <FieldRow {...row} field={fields.title} />
        </header>
        <MissingList {...row} fields={missing} />
        <h2>要素</h2>
        {known.map((field) => (
          <FieldRow key={field.id} {...row} field={field} />
        ))}
        <IdleElements {...row} fields={idle} />
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
        <h2>时限</h2>
        <Clocks clocks={order.clocks} isSettled={isConfirmed} />
        <h2>主要内容</h2>
        <FieldRow {...row} field={fields.summary} className="no-label" />
        <Answers answers={view.answers ?? []} isDirect={view.directAnswer ?? false} />
        {view.qa && <ScoreShort qa={view.qa} />}
      </div>
      <Footer order={order} edits={edits} city={city} editing={editing} />
    </>
  );
}

/** The reason for kind and urgency is read without a click. */
const HeadWhy = ({ field, why }: { field: Field; why: string }) =>
  why && field.engine !== "human" ? <p className="field-why quiet">{why}</p> : null;
