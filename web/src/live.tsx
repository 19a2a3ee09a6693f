import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { useMay } from "./me.tsx";
import { keys } from "./queries.ts";
import type { CallEvent } from "./types.ts";

/** `none`: this role has no calls to hear of. */
export type Connection = "none" | "connecting" | "open" | "lost";

const ConnectionContext = createContext<Connection>("connecting");
export const useConnection = () => useContext(ConnectionContext);

/** Many events come at once when a batch is processed: the lists are asked again once in this time. */
const gatherMs = 500;

/** A browser gives up on a line that the server refused: we knock again after this time. */
const knockAgainMs = 3_000;

/** Listens to the server as long as it is on the screen, and makes stale what it names. */
export function Live({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const mayListen = useMay("call.read");
  const [connection, setConnection] = useState<Connection>(mayListen ? "connecting" : "none");
  useEffect(() => (mayListen ? listen(client, setConnection) : undefined), [client, mayListen]);
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}

/** Opens the line; gives back what closes it. */
function listen(client: QueryClient, tell: (connection: Connection) => void): () => void {
  const stale = (...queryKey: string[]) => void client.invalidateQueries({ queryKey });
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let knock: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  const refresh = () => {
    timer = undefined;
    for (const id of changed) stale(...keys.call(id));
    changed.clear();
    stale(...keys.calls);
  };
  const open = () => {
    source = new EventSource("/api/events");
    source.addEventListener("hello", () => {
      tell("open");
      // What happened while the line was down is not told again.
      stale(...keys.calls);
      stale("call");
    });
    source.addEventListener("call", (event: MessageEvent<string>) => {
      changed.add((JSON.parse(event.data) as CallEvent).callId);
      timer ??= setTimeout(refresh, gatherMs);
    });
    source.onerror = () => {
      tell("lost");
      if (source.readyState !== EventSource.CLOSED) return;
      // Perhaps one is signed out: then this leads to the sign-in page.
      stale("me");
      knock = setTimeout(open, knockAgainMs);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    clearTimeout(knock);
    source.close();
  };
}
