import { Button } from "antd";
import { useEffect, useRef } from "react";
import type { Utterance } from "../../../types.ts";
import type { QaView, Task } from "../../../types-quality.ts";
import { AskModel } from "./ask-model.tsx";
import { CallNotes, NoteForm } from "./call-notes.tsx";
import { Foot } from "./foot.tsx";
import { ItemCard } from "./item-card.tsx";
import { ItemList } from "./item-list.tsx";
import { type LeadingLine, LeadingSentences } from "./leading.tsx";
import { agreeing, groupOf, lookedAt, overruling, type ReviewLine, type Step } from "./lines.ts";
import { OverruleForm } from "./overrule-form.tsx";
import { useJudging } from "./use-judging.ts";
import { useReviewKeys } from "./use-review-keys.ts";

export type PanelProps = {
  view: QaView;
  lines: readonly ReviewLine[];
  leading: readonly LeadingLine[];
  utterances: readonly Utterance[];
  /** The item or sentence that is worked on. */
  openId: string | null;
  onOpen: (id: string | null) => void;
};

/** What stands in place of an item's buttons. */
export type Asked = { item: string; step: Step | "note" };
type Judgement = Parameters<ReturnType<typeof useJudging>["judge"]>[1];

type Props = PanelProps & { task: Task | null; asked: Asked | null; onAsk: (asked: Asked | null) => void };

/** The rubric for a reviewer: agree or overrule with one key each, hear the place, finish and take the next. */
export function ReviewerPanel({ view, task, lines, leading, utterances, openId, onOpen, asked, onAsk }: Props) {
  const { judge, undo, mayUndo, isBusy } = useJudging(view, task);
  const now = useRef({ openId, asked });
  useEffect(() => {
    now.current = { openId, asked };
  });
  const order = lookedAt.flatMap((verdict) => groupOf(lines, verdict));
  const first = (order.find(({ word }) => !word) ?? order[0])?.item.item ?? null;
  useEffect(() => {
    if (openId === null && first !== null) onOpen(first);
  }, [openId, first, onOpen]);

  const goTo = (line: ReviewLine | undefined) => {
    onAsk(null);
    if (line) onOpen(line.item.item);
  };
  const at = order.findIndex(({ item }) => item.item === openId);
  const send = async (line: ReviewLine, judgement: Judgement, form: Asked | null) => {
    await judge(line, judgement);
    // The answer may be late: whoever went to another item, or types in another form, stays there.
    if (now.current.openId !== line.item.item || now.current.asked !== form) return;
    const here = order.findIndex(({ item }) => item.item === line.item.item);
    goTo([...order.slice(here + 1), ...order.slice(0, Math.max(0, here))].find(({ word }) => !word));
  };
  const take = (line: ReviewLine, step: Step) => {
    if (isBusy && !step.isAsked) return;
    onOpen(line.item.item);
    if (step.isAsked) onAsk({ item: line.item.item, step });
    else void send(line, { item: line.item.item, verdict: step.verdict }, null).catch(() => undefined);
  };
  const takeBack = async () => {
    if (isBusy) return;
    const item = await undo(lines).catch(() => null);
    if (item && now.current.openId === openId && now.current.asked === null) onOpen(item);
  };
  const onUndo = mayUndo ? () => void takeBack() : null;
  useReviewKeys(lines.find(({ item }) => item.item === openId) ?? null, {
    onTake: asked ? null : take,
    onStep: asked ? null : (by) => goTo(order[Math.min(order.length - 1, Math.max(0, at + by))]),
    onUndo,
  });

  const acts = (line: ReviewLine) => {
    const step = asked?.item === line.item.item ? asked.step : null;
    const close = () => {
      if (now.current.asked === asked) onAsk(null);
    };
    if (step === "note") return <NoteForm view={view} line={line} utterances={utterances} onClose={close} />;
    if (!step)
      return (
        <Buttons
          line={line}
          onTake={(chosen) => take(line, chosen)}
          onNote={view.head.agentId ? () => onAsk({ item: line.item.item, step: "note" }) : null}
        />
      );
    const sendThis = (judgement: Judgement) => send(line, judgement, asked);
    return <OverruleForm line={line} step={step} utterances={utterances} onSend={sendThis} onCancel={close} />;
  };

  return (
    <>
      <div className="scroll">
        <LeadingSentences lines={leading} openId={openId} onOpen={(id) => asked || onOpen(id)} />
        <AskModel view={view} />
        <ItemList lines={lines}>
          {(line) => (
            <ItemCard
              key={line.item.item}
              line={line}
              utterances={utterances}
              decisions={view.decisions.filter(({ item }) => item === line.item.item)}
              isOpen={line.item.item === openId}
              isCurrent={line.item.item === openId}
              onOpen={() => goTo(line)}
            >
              {acts(line)}
            </ItemCard>
          )}
        </ItemList>
        <CallNotes view={view} utterances={utterances} />
      </div>
      <Foot view={view} task={task} lines={order} onUndo={onUndo} />
    </>
  );
}

type ButtonsProps = { line: ReviewLine; onTake: (step: Step) => void; onNote: (() => void) | null };

const agreeWords: Record<ReviewLine["engine"], string> = {
  扣分: "同意扣分",
  仅提示: "提示属实，扣分",
  待人工: "合格",
  合格: "同意合格",
  不适用: "同意不适用",
};

const agreeLabel = ({ engine, suggestion }: ReviewLine): string =>
  engine === "待人工" && suggestion ? `采纳建议：${suggestion.verdict}` : agreeWords[engine];

function Buttons({ line, onTake, onNote }: ButtonsProps) {
  return (
    <p className="qa-acts">
      <Button size="small" onClick={() => onTake(agreeing(line))}>
        {agreeLabel(line)} <kbd>A</kbd>
      </Button>
      <Button size="small" onClick={() => onTake(overruling(line))}>
        {line.engine === "待人工" ? "扣分" : "改判"} <kbd>R</kbd>
      </Button>
      {onNote && (
        <button type="button" className="link" onClick={onNote}>
          写辅导意见
        </button>
      )}
    </p>
  );
}
