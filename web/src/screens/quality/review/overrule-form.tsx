import { Button, Input, InputNumber } from "antd";
import { useState } from "react";
import { Chips } from "../../../parts/chips.tsx";
import type { Utterance } from "../../../types.ts";
import type { PersonVerdict } from "../../../types-quality.ts";
import { isReasonNeeded, type ReviewLine, type Step } from "./lines.ts";
import { placeOf, UtteranceSelect } from "./utterance-select.tsx";

const verdicts: Record<PersonVerdict, string> = { 扣分: "扣分", 合格: "合格", 不适用: "不适用" };

type Judgement = {
  item: string;
  verdict: PersonVerdict;
  deduction?: number;
  utterances?: number[];
  atMs?: number;
  reason?: string;
};

type Props = {
  line: ReviewLine;
  step: Step;
  utterances: readonly Utterance[];
  onSend: (judgement: Judgement) => Promise<unknown>;
  onCancel: () => void;
};

/** Another verdict than the engine's, asked for in place: what, how many points, at which words, and why. Enter sends, Esc leaves. */
export function OverruleForm({ line, step, utterances, onSend, onCancel }: Props) {
  const { item, engine } = line;
  const [verdict, setVerdict] = useState<PersonVerdict>(step.verdict);
  const [points, setPoints] = useState(line.deduction > 0 ? line.deduction : item.points);
  const [utterance, setUtterance] = useState<number | null>(
    item.utterances[0] ?? line.suggestion?.utterances[0] ?? null,
  );
  const [reason, setReason] = useState(step.reason);
  const [isBusy, setBusy] = useState(false);
  const isReady = reason.trim() !== "" || !isReasonNeeded(engine, verdict);
  const send = async () => {
    if (!isReady || isBusy) return;
    setBusy(true);
    const place = placeOf(utterances, utterance);
    const isMoved = place !== null && place.utterance !== item.utterances[0];
    await onSend({
      item: item.item,
      verdict,
      ...(verdict === "扣分" ? { deduction: points } : {}),
      ...(verdict === "扣分" && isMoved ? { utterances: [place.utterance], atMs: place.atMs } : {}),
      ...(reason.trim() ? { reason: reason.trim() } : {}),
    }).catch(() => undefined);
    setBusy(false);
  };
  return (
    <form
      className="overrule"
      aria-label={`改判 ${item.item}`}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <div className="overrule-line">
        <Chips label="改判为" words={verdicts} chosen={verdict} onChoose={setVerdict} />
        {verdict === "扣分" && (
          <>
            <InputNumber<number>
              size="small"
              aria-label="扣几分"
              min={0}
              max={100}
              value={points}
              onChange={(value) => setPoints(value ?? 0)}
            />
            分
          </>
        )}
      </div>
      {verdict === "扣分" && <UtteranceSelect utterances={utterances} value={utterance} onChange={setUtterance} />}
      <Input
        autoFocus
        aria-label="理由"
        placeholder={isReasonNeeded(engine, verdict) ? "理由（坐席看得到）" : "理由（可不填）"}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="overrule-line">
        <Button size="small" type="primary" htmlType="submit" disabled={!isReady} loading={isBusy}>
          改判
        </Button>
        <Button size="small" onClick={onCancel}>
          取消
        </Button>
        <span className="quiet">回车改判，Esc 取消</span>
      </div>
    </form>
  );
}
