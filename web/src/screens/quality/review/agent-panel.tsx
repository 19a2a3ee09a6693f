import { Button } from "antd";
import { useState } from "react";
import { qualityApi } from "../../../api-quality.ts";
import { shortTime } from "../../../parts/time.ts";
import { useQaAction } from "../../../queries-quality.ts";
import { CallNotes } from "./call-notes.tsx";
import { ItemCard } from "./item-card.tsx";
import { ItemList } from "./item-list.tsx";
import { LeadingSentences } from "./leading.tsx";
import type { ReviewLine } from "./lines.ts";
import type { PanelProps } from "./reviewer-panel.tsx";
import { WordsForm } from "./words-form.tsx";

/** The own call as its agent sees it: what it cost and why, acknowledged or appealed on the spot. */
export function AgentPanel({ view, lines, leading, utterances, openId, onOpen }: PanelProps) {
  const [appealing, setAppealing] = useState<string | null>(null);
  const { id } = view.head;
  const appeal = useQaAction(
    (said: { item: string; words: string; utterance?: number; atMs?: number }) => qualityApi.appeal(id, said),
    "申诉已提交，质检员会答复",
  );
  return (
    <>
      <div className="scroll">
        <CallNotes view={view} utterances={utterances} />
        <LeadingSentences lines={leading} openId={openId} onOpen={onOpen} />
        <ItemList lines={lines}>
          {(line) => {
            const { item } = line.item;
            return (
              <ItemCard
                key={item}
                line={line}
                utterances={utterances}
                decisions={view.decisions.filter((decision) => decision.item === item)}
                isOpen={item === openId || line.verdict === "扣分"}
                isCurrent={item === openId}
                onOpen={() => onOpen(item === openId ? null : item)}
              >
                {appealing === item ? (
                  <WordsForm
                    label="申诉理由"
                    placeholder="为什么不该扣：哪一句、当时是什么情况"
                    okText="提交申诉"
                    utterances={utterances}
                    utterance={line.item.utterances[0] ?? null}
                    onSend={(said) => appeal.mutateAsync({ item, ...said })}
                    onCancel={() => setAppealing(null)}
                  />
                ) : (
                  mayAppeal(line) && (
                    <p className="qa-acts">
                      <Button size="small" onClick={() => setAppealing(item)}>
                        申诉
                      </Button>
                    </p>
                  )
                )}
              </ItemCard>
            );
          }}
        </ItemList>
      </div>
      <Acknowledge id={id} acknowledgedAt={view.acknowledgedAt} deducted={lines.filter(isCostly).length} />
    </>
  );
}

const isCostly = ({ verdict }: ReviewLine) => verdict === "扣分";

const mayAppeal = (line: ReviewLine) => isCostly(line) && line.item.appeal?.state !== "待处理";

type AcknowledgeProps = { id: string; acknowledgedAt: string | null; deducted: number };

function Acknowledge({ id, acknowledgedAt, deducted }: AcknowledgeProps) {
  const acknowledge = useQaAction(() => qualityApi.acknowledge(id), "已记下：您知道了");
  return (
    <footer className="draft-foot foot-line">
      {acknowledgedAt ? (
        <span className="confirmed">✓ {shortTime(acknowledgedAt)} 已知道</span>
      ) : (
        <Button type="primary" loading={acknowledge.isPending} onClick={() => acknowledge.mutate(undefined)}>
          知道了
        </Button>
      )}
      <span className="quiet">{deducted > 0 ? `扣分 ${deducted} 项；不认可的可以逐项申诉` : "这通没有扣分"}</span>
    </footer>
  );
}
