import { useNavigate, useSearchParams } from "react-router";
import { Empty } from "../../parts/empty.tsx";
import { Loading } from "../../parts/loading.tsx";
import { useNewestCall } from "../../queries.ts";
import { Desk } from "../desk/desk.tsx";
import { useHost } from "./use-host.ts";

/** The desk without the frame, to stand beside the city's own call screen. Without `call` it follows the newest call. */
export function Panel() {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const named = search.get("call");
  const newest = useNewestCall(named === null);
  const id = named ?? newest.data?.id ?? "";
  useHost({ callId: id, onOpen: (callId) => void navigate(`/panel?call=${encodeURIComponent(callId)}`) });
  if (id)
    return (
      <main className="panel">
        <Desk key={id} callId={id} isAwaited />
      </main>
    );
  return newest.isPending ? <Loading rows={6} /> : <Empty title="还没有通话">新的通话进来后会出现在这里。</Empty>;
}
