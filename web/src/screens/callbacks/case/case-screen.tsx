import { useParams } from "react-router";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useCase } from "../../../queries-callbacks.ts";
import { CaseDesk } from "./case-desk.tsx";

/** One order whose requester is called back. */
export function CaseScreen() {
  const { id = "" } = useParams();
  const { data, error, refetch } = useCase(id);
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={10} />;
  return <CaseDesk key={id} row={data} />;
}
