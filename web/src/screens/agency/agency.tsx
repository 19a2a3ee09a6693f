import { useMe } from "../../me.tsx";
import { Empty } from "../../parts/empty.tsx";

/** An agency's home until dispatching is built: it says what will come here. */
export function Agency() {
  const { agency } = useMe();
  return (
    <section>
      <header className="screen-head">
        <h1>派来的工单</h1>
      </header>
      <Empty title="现在没有派来的工单">派发给{agency ?? "本单位"}的工单会出现在这里，从这里签收、退回和反馈。</Empty>
    </section>
  );
}
