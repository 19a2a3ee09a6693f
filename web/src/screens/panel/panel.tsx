import { useSearchParams } from "react-router";
import { Empty } from "../../parts/empty.tsx";
import { Loading } from "../../parts/loading.tsx";
import { useCalls } from "../../queries.ts";
import { Desk } from "../desk/desk.tsx";

/** The desk without the frame, to stand beside the city's own call screen. Without `call` it follows the newest call. */
export function Panel() {
  const [search] = useSearchParams();
  const named = search.get("call");
  const calls = useCalls();
  const newest = calls.data?.items.find(({ direction }) => direction !== "callback")?.id;
  const id = named ?? newest;
  if (id)
    return (
      <main className="panel">
        <Desk key={id} callId={id} />
      </main>
    );
  return calls.isPending ? <Loading rows={6} /> : <Empty title="还没有通话">新的通话进来后会出现在这里。</Empty>;
}
