import { Input } from "antd";
import { useState } from "react";
import { callbacksApi } from "../../../api-callbacks.ts";
import { ReasonButton } from "../../../parts/reason-button.tsx";
import { useCaseAction } from "../../../queries-callbacks.ts";
import type { CaseDetail } from "../../../types-callbacks.ts";

/** Seals a case by its number: a key person whom leaders ordered not to call (R-V7). Callback staff then no longer see it. */
export function SealOne({ onSealed }: { onSealed: (one: CaseDetail) => void }) {
  const [id, setId] = useState("");
  const seal = useCaseAction(
    (sealedWhy: string) => callbacksApi.change(id.trim(), { sealed: true, sealedWhy }),
    "已加密，不再回访",
  );
  return (
    <section className="cb-form" aria-label="加密重点人">
      <h2>加密重点人</h2>
      <p className="quiet cb-note">领导批示不回访的，加密后回访员看不到这件；谁看过都留痕（S0 不回访情形2）。</p>
      <div className="cb-say-row">
        <Input
          aria-label="要加密的工单编号"
          placeholder="工单编号"
          value={id}
          onChange={({ target }) => setId(target.value)}
        />
        <ReasonButton
          words="加密"
          title={`加密工单 ${id.trim()}`}
          label="依据"
          placeholder="如：市领导 11 月 20 日批示不回访"
          okText="加密"
          blocked={id.trim() ? null : "先填工单编号"}
          onReason={async (reason) => {
            onSealed(await seal.mutateAsync(reason));
            setId("");
          }}
        />
      </div>
    </section>
  );
}
