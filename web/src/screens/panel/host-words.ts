import type { CallView } from "../../types.ts";
import { isToAsk } from "../desk/live/say-next.ts";

/** What the page around the panel may ask of it. */
export type HostAsk =
  | { type: "tingsu:open"; callId: string }
  | { type: "tingsu:focus"; element: string }
  | { type: "tingsu:ask-state" };

const longestIdChars = 100;
const isName = (value: unknown): value is string =>
  typeof value === "string" && value.trim() !== "" && value.length <= longestIdChars;

/** Reads a message of the page around; null for everything that is none of the three. */
export function readHostAsk(data: unknown): HostAsk | null {
  if (typeof data !== "object" || data === null) return null;
  const { type, callId, element } = data as Record<string, unknown>;
  if (type === "tingsu:open" && isName(callId)) return { type, callId: callId.trim() };
  if (type === "tingsu:focus" && isName(element)) return { type, element };
  return type === "tingsu:ask-state" ? { type } : null;
}

/** What the panel tells the page around: names and states only, never words of the call nor data of the caller. */
export type PanelTell =
  | { type: "tingsu:ready" }
  | { type: "tingsu:state"; callId: string | null; state: PanelState | null }
  | { type: "tingsu:missing"; callId: string; missing: PanelState["missing"] }
  | { type: "tingsu:alarm"; callId: string; alarm: PanelState["alarm"] }
  | { type: "tingsu:confirmed"; callId: string; orderId: string }
  | { type: "tingsu:size"; width: number; height: number };

export type PanelState = {
  live: boolean;
  order: { id: string; state: "draft" | "confirmed"; kind: string } | null;
  missing: { element: string; label: string; state: string; question: string }[];
  alarm: { urgentClass: string | null; steps: string[] } | null;
};

type Known = Pick<CallView, "live" | "order" | "asks" | "alarm">;

/** What the panel shows, as the page around may know it. */
export const panelState = ({ live, order, asks, alarm }: Known): PanelState => ({
  live,
  order: order ? { id: order.id, state: order.state, kind: order.kind } : null,
  missing: asks.filter(isToAsk).map(({ element, label, state, question }) => ({ element, label, state, question })),
  alarm: alarm && { urgentClass: alarm.urgentClass, steps: alarm.steps },
});

/** What has to be told after a change, each once: what was told before is not told again. */
export function newsOf(callId: string, before: PanelState | null, now: PanelState): PanelTell[] {
  const differs = (part: "missing" | "alarm") => JSON.stringify(before?.[part] ?? null) !== JSON.stringify(now[part]);
  const news: PanelTell[] = [];
  if (differs("missing")) news.push({ type: "tingsu:missing", callId, missing: now.missing });
  if (differs("alarm")) news.push({ type: "tingsu:alarm", callId, alarm: now.alarm });
  if (now.order?.state === "confirmed" && before?.order?.state !== "confirmed")
    news.push({ type: "tingsu:confirmed", callId, orderId: now.order.id });
  return news;
}
