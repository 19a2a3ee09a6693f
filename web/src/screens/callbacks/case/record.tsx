import { Button, Input } from "antd";
import { useState } from "react";
import { callbacksApi, type NewResult } from "../../../api-callbacks.ts";
import { useKey } from "../../../parts/keys.tsx";
import { useCall } from "../../../queries.ts";
import { differencesIn, useCaseAction } from "../../../queries-callbacks.ts";
import type { CaseDetail, Difference, Script } from "../../../types-callbacks.ts";
import type { Form } from "../../articles/editor/use-form.ts";
import { AnswerFields } from "./answer-fields.tsx";
import { type Fields, missingIn, resultOf } from "./fields.ts";
import { Stopped } from "./stopped.tsx";

type Props = { row: CaseDetail; script: Script | undefined; form: Form<Fields>; isOpenFirst: boolean };
type Stop = { differences: Difference[]; sent: string };

/** The citizen's answers as they are recorded. A record that is not what was said is stopped until a reason is given. */
export function Record({ row, script, form, isOpenFirst }: Props) {
  const [isOpen, setOpen] = useState(isOpenFirst);
  const [stop, setStop] = useState<Stop | null>(null);
  const [reason, setReason] = useState("");
  const callId = row.callIds[0];
  const call = useCall(callId ?? "");
  const save = useCaseAction((json: NewResult) => callbacksApi.record(row.id, json), "已记录");
  const result = script ? resultOf(form.value, script.id) : null;
  const missing = missingIn(form.value);
  const isStopped = stop !== null && stop.sent === JSON.stringify(result);
  const send = () => {
    if (!result || save.isPending) return;
    const why = isStopped && reason.trim() ? { differenceReason: reason.trim() } : {};
    save.mutate(
      { ...result, ...why, ...(callId ? { callId } : {}) },
      {
        onSuccess: (saved) => {
          form.saved(form.value, saved.result ? Date.parse(saved.result.at) : 0);
          setStop(null);
          setReason("");
          setOpen(false);
        },
        onError: (error) => {
          const differences = differencesIn(error);
          if (differences) setStop({ differences, sent: JSON.stringify(result) });
        },
      },
    );
  };
  useKey(
    { name: "Control+Enter", shown: "Ctrl Enter", words: "保存回访记录", isInText: true },
    result && isOpen ? send : null,
  );
  const isBlocked = !result || (isStopped && reason.trim() === "");
  if (!isOpen)
    return (
      <p className="pad-x">
        <Button onClick={() => setOpen(true)}>更正记录</Button>
      </p>
    );
  return (
    <section aria-label="记录" className="cb-form">
      <header className="cb-head">
        <h2>{row.result ? "更正记录" : "记录"}</h2>
        {form.keptAtMs !== null && <span className="quiet">填的已留在本机，刷新不丢</span>}
      </header>
      {script && <AnswerFields script={script} form={form} />}
      {stop && <Stopped stop={stop.differences} isCurrent={isStopped} utterances={call.data?.call.utterances ?? []} />}
      {isStopped && (
        <Input.TextArea
          aria-label="与通话不符的理由"
          placeholder="核对过、确实这样记的理由，如：市民挂机前改口，录音第 80 秒"
          rows={2}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <p className="cb-save">
        <Button type="primary" disabled={isBlocked} loading={save.isPending} onClick={send}>
          {isStopped ? "写明理由，照此保存" : "保存记录"}
        </Button>
        <span className="quiet">
          {missing.length > 0
            ? `还没选：${missing.join("、")}`
            : callId
              ? "保存时与通话原话核对"
              : "还没有这次回访的通话原话，保存时没有对照"}
        </span>
      </p>
    </section>
  );
}
