import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { keys } from "./queries.ts";
import type { CallEvent } from "./types.ts";

export type Connection = "connecting" | "open" | "lost";

const ConnectionContext = createContext<Connection>("connecting");
export const useConnection = () => useContext(ConnectionContext);

/** Many events come at once when a batch is processed: the lists are asked again once in this time. */
const gatherMs = 250;

/** Listens to the server as long as it is on the screen, and makes stale what it names. */
export function Live({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>("connecting");
  useEffect(() => {
    const waiting = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      for (const id of waiting) void client.invalidateQueries({ queryKey: keys.call(id) });
      waiting.clear();
      void client.invalidateQueries({ queryKey: keys.calls });
      void client.invalidateQueries({ queryKey: ["order"] });
    };
    const source = new EventSource("/api/events");
    source.addEventListener("hello", () => {
      setConnection("open");
      // What happened while the line was down is not told again.
      void client.invalidateQueries({ queryKey: keys.calls });
      void client.invalidateQueries({ queryKey: ["call"] });
    });
    source.addEventListener("call", (event: MessageEvent<string>) => {
      waiting.add((JSON.parse(event.data) as CallEvent).callId);
      timer ??= setTimeout(refresh, gatherMs);
    });
    source.onerror = () => setConnection("lost");
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);
  return <ConnectionContext value={connection}>{children}</ConnectionContext>;
}
