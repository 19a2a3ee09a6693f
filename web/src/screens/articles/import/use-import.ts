import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { kbKey } from "../../../queries-articles.ts";
import type { Import } from "../../../types-knowledge.ts";

const askAgainMs = 2_000;
const isUnderway = (state: Import["state"] | undefined) => state === "reading" || state === "importing";

/** One import. While the server works on it, its line of events counts along, and it is asked for now and then anyway. */
export function useImport(id: string) {
  const client = useQueryClient();
  const found = useQuery({
    queryKey: ["kb", "import", id],
    queryFn: () => knowledgeApi.import(id),
    refetchInterval: ({ state }) => (isUnderway(state.data?.state) ? askAgainMs : false),
  });
  const state = found.data?.state;
  useEffect(() => {
    if (!isUnderway(state)) return;
    const line = new EventSource(`/api/articles/imports/${encodeURIComponent(id)}/events`);
    line.addEventListener("import", (event: MessageEvent<string>) => {
      const heard = JSON.parse(event.data) as { state: Import["state"]; done: number; total: number | null };
      if (heard.state !== state) return void client.invalidateQueries({ queryKey: kbKey });
      const progress = { done: heard.done, total: heard.total };
      client.setQueryData<Import>(["kb", "import", id], (row) => row && { ...row, progress });
    });
    return () => line.close();
  }, [client, id, state]);
  return found;
}
