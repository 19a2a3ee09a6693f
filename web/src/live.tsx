import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { isNewsFor } from "./case-news.ts";
import { openLine } from "./line.ts";
import { useMay } from "./me.tsx";
import { keys } from "./queries.ts";
import { gather } from "./refresh.ts";
import type { CallEvent } from "./types.ts";
import type { CaseDetail } from "./types-callbacks.ts";

/** `none`: this role has no calls to hear of. */
export type Connection = "none" | "connecting" | "open" | "lost";
type Lines = { connection: Connection; watch: (callId: string | null) => void };

const LineContext = createContext<Lines>({ connection: "connecting", watch: () => {} });
export const useConnection = () => useContext(LineContext).connection;

/** Listens to one call instead of all, and so counts as one who looks at it, as long as the component is on the screen. */
export function useWatch(callId: string): void {
  const { watch } = useContext(LineContext);
  useEffect(() => {
    watch(callId);
    return () => watch(null);
  }, [watch, callId]);
}

const askWhileLostMs = 3_000;

/** While the line is down, a call that goes on is asked for instead. `ask` keeps its identity. */
export function useAskWhileLost(isLive: boolean, ask: () => unknown): void {
  const isNeeded = useConnection() === "lost" && isLive;
  useEffect(() => {
    if (!isNeeded) return;
    const timer = setInterval(ask, askWhileLostMs);
    return () => clearInterval(timer);
  }, [isNeeded, ask]);
}

/**
 * Listens to the server as long as it is on the screen, and makes stale what it names. One line a tab: a browser opens
 * but six to a server.
 */
export function Live({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const mayListen = useMay("call.read");
  const [connection, setConnection] = useState<Connection>(mayListen ? "connecting" : "none");
  const [watched, watch] = useState<string | null>(null);
  useEffect(() => (mayListen ? listen(client, watched, setConnection) : undefined), [client, mayListen, watched]);
  const lines = useMemo(() => ({ connection, watch }), [connection]);
  return <LineContext value={lines}>{children}</LineContext>;
}

/** Many events come at once when a batch is processed: the lists are asked again once in this time. */
const listGatherMs = 500;
/** The words of a call are asked for almost at once, whatever the lists do. */
const callGatherMs = 50;

/** Opens the line of one call or of all; gives back what closes it. */
function listen(client: QueryClient, watched: string | null, tell: (connection: Connection) => void): () => void {
  const stale = (queryKey: readonly unknown[], exact = false) => client.invalidateQueries({ queryKey, exact });
  const lists = gather(listGatherMs, () => stale(keys.calls));
  const drafts = gather<string>(callGatherMs, (ids) => Promise.all(ids.map((id) => stale(keys.call(id), true))));
  const calls = gather<string>(callGatherMs, (ids) => Promise.all(ids.map((id) => stale(keys.call(id)))));
  const staleCases = (callIds: readonly string[] | null) =>
    client.invalidateQueries({
      queryKey: ["case"],
      predicate: ({ state }) => isNewsFor(state.data as CaseDetail | undefined, callIds),
    });
  const cases = gather<string>(listGatherMs, staleCases);
  const scores = gather(listGatherMs, () => stale(["qa", "calls"]));
  const close = openLine(watched === null ? "/api/events" : `/api/calls/${encodeURIComponent(watched)}/events`, {
    onOpen: () => {
      tell("open");
      // What happened while the line was down is not told again.
      void stale(keys.calls);
      void stale(["call"]);
      void staleCases(null);
    },
    onCall: ({ callId, what }: CallEvent) => {
      // What engines or people who look on do leaves the edits of the order as they are.
      const isEdit = what === "edited" || what === "confirmed" || what === "processed" || what === "failed";
      (isEdit ? calls : drafts).add(callId);
      lists.add(callId);
      if (what === "processed") scores.add(callId);
      if (what === "processed" || what === "recorded") cases.add(callId);
      if (what === "recorded") void stale(["qa", "call", callId]);
      if (what === "rescore") void stale(["qa", "rescores"]);
    },
    onLost: () => tell("lost"),
    // Perhaps one is signed out: then this leads to the sign-in page.
    onRefused: () => void stale(["me"]),
  });
  return () => {
    for (const each of [lists, drafts, calls, cases, scores]) each.stop();
    close();
  };
}
