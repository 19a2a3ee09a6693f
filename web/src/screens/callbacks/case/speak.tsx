import type { UseQueryResult } from "@tanstack/react-query";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import type { CaseDetail, Script } from "../../../types-callbacks.ts";
import type { Form } from "../../articles/editor/use-form.ts";
import { CallWords } from "./call-words.tsx";
import { type Fields, levelOn } from "./fields.ts";
import { ScriptLines } from "./script-lines.tsx";
import { Talk } from "./talk.tsx";

type Props = { row: CaseDetail; script: UseQueryResult<Script>; form: Form<Fields>; mayCall: boolean };

/** What to say, what was said, and the words of the call once it is in. */
export function Speak({ row, script, form, mayCall }: Props) {
  const { data, error, refetch } = script;
  const { value, set } = form;
  if (!data) return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={8} />;
  const choose = (id: string) => {
    set("script", id);
    // 满意 and 不满意 are in every scale; what only the wider one has is chosen again.
    if (id !== data.id) set("satisfaction", levelOn(["满意", "不满意"], value.satisfaction));
  };
  const say = (text: string) => text && set("lines", [...value.lines, { speaker: "agent", text }]);
  return (
    <>
      <ScriptLines
        script={data}
        said={new Set(value.lines.map(({ text }) => text))}
        onChoose={choose}
        onSaid={mayCall ? say : null}
      />
      {mayCall && <Talk lines={value.lines} onChange={(lines) => set("lines", lines)} scale={data.scale} form={form} />}
      {row.callIds.map((callId) => (
        <CallWords key={callId} callId={callId} />
      ))}
    </>
  );
}
