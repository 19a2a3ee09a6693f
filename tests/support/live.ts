import type { Utterance } from "../../src/orders/index.ts";
import type { TestApp } from "../security/test-app.ts";
import { complaintCall } from "./calls.ts";

export const head = { direction: "inbound", startedAt: "2026-03-05T09:12:00+08:00", callerNumber: "13800138000" };

/** What is said in a complaint of fifteen utterances. */
export const said: readonly Utterance[] = complaintCall("x").utterances;

export const utterance = (i: number, speaker: Utterance["speaker"], text: string): Utterance => ({
  i,
  speaker,
  startMs: i * 4_000,
  endMs: i * 4_000 + 3_000,
  text,
});

/** The doors of a live call, for people of a test app. */
export function liveOf(t: TestApp) {
  const post = (id: string, body: unknown, who = "agent") =>
    t.as(who, `/api/calls/${id}/utterances`, { method: "POST", body });
  const view = async (id: string, who = "agent") => (await t.as(who, `/api/calls/${id}`)).json();
  const edit = (id: string, version: number, changes: object, who = "agent") =>
    t.as(who, `/api/orders/${id}`, { method: "PATCH", body: { version, changes } });
  /** Opens the call and says these one by one. */
  const say = async (id: string, utterances: readonly Utterance[], call: object = head) => {
    for (const [n, each] of utterances.entries()) {
      const response = await post(id, { ...(n === 0 ? { call } : {}), utterances: [each] });
      if (response.status !== 200) throw new Error(await response.text());
    }
  };
  return { post, view, edit, say };
}
