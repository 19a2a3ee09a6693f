import { useEffect, useRef } from "react";
import { useCall } from "../../queries.ts";
import { toRow } from "../desk/element-rows.tsx";
import { openHostLine } from "./host-line.ts";
import { type HostAsk, newsOf, type PanelState, panelState } from "./host-words.ts";

type Props = { callId: string; onOpen: (callId: string) => void };

const tryAgainMs = 100;
const mostTries = 30;

/** A page may ask for a line while the draft is still being drawn. */
function toRowSoon(id: string, triesLeft = mostTries): void {
  if (toRow(id) || triesLeft === 0) return;
  setTimeout(() => toRowSoon(id, triesLeft - 1), tryAgainMs);
}

/** Speaks with the page around the panel, if there is one: docs/integrate.md. */
export function useHost({ callId, onOpen }: Props): void {
  const { data } = useCall(callId);
  const state = data ? panelState(data) : null;
  const told = useRef<{ callId: string; state: PanelState } | null>(null);
  const line = useRef<ReturnType<typeof openHostLine> | null>(null);
  const latest = useRef<(ask: HostAsk) => void>(() => {});
  useEffect(() => {
    latest.current = (ask) => {
      if (ask.type === "tingsu:open") onOpen(ask.callId);
      else if (ask.type === "tingsu:focus") toRowSoon(`element.${ask.element}`);
      else line.current?.tell({ type: "tingsu:state", callId: callId || null, state });
    };
  });
  useEffect(() => {
    const opened = openHostLine((ask) => latest.current(ask));
    line.current = opened;
    opened?.tell({ type: "tingsu:ready" });
    return () => opened?.close();
  }, []);
  useEffect(() => {
    if (!state) return;
    const before = told.current?.callId === callId ? told.current.state : null;
    for (const news of newsOf(callId, before, state)) line.current?.tell(news);
    told.current = { callId, state };
  });
}
