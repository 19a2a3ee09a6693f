import { Button } from "antd";
import { useEffect, useState } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { qualityApi } from "../../../api-quality.ts";
import { useKey, useKeyList } from "../../../parts/keys.tsx";
import { useIsPlaying, useSound } from "../../../parts/player/sound.tsx";
import type { Utterance } from "../../../types.ts";
import type { QaView, Task } from "../../../types-quality.ts";
import { filterOf } from "../list/filter.ts";
import { CallNotes, NoteForm } from "./call-notes.tsx";
import { ItemCard, playFrom } from "./item-card.tsx";
import { ItemList } from "./item-list.tsx";
import { agreeing, groupOf, lookedAt, overruling, type ReviewLine, type Step } from "./lines.ts";
import { OverruleForm } from "./overrule-form.tsx";
import { useFinish, useJudging } from "./use-judging.ts";

export type PanelProps = {
  view: QaView;
  lines: readonly ReviewLine[];
  utterances: readonly Utterance[];
  openId: string | null;
  onOpen: (item: string | null) => void;
};

type Asked = { item: string; step: Step } | { item: string; step: "note" };

/** The rubric for a reviewer: agree or overrule with one key each, hear the place, finish and take the next. */
export function ReviewerPanel({ view, task, lines, utterances, openId, onOpen }: PanelProps & { task: Task | null }) {
  const sound = useSound();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { judge, undo, mayUndo } = useJudging(view, task);
  const order = lookedAt.flatMap((verdict) => groupOf(lines, verdict));
  const open = lines.find(({ item }) => item.item === openId) ?? null;
  const first = (order.find(({ word }) => !word) ?? order[0])?.item.item ?? null;
  useEffect(() => {
    if (openId === null && first !== null) onOpen(first);
  }, [openId, first, onOpen]);

  const step = (by: 1 | -1) => {
    const at = order.findIndex(({ item }) => item.item === openId);
    const next = order[Math.min(order.length - 1, Math.max(0, at + by))];
    setAsked(null);
    if (next) onOpen(next.item.item);
  };
  const toNext = (from: string) => {
    const at = order.findIndex(({ item }) => item.item === from);
    const rest = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))];
    const next = rest.find(({ word }) => !word);
    setAsked(null);
    if (next) onOpen(next.item.item);
  };
  const send = async (line: ReviewLine, judgement: Parameters<typeof judge>[1]) => {
    await judge(line, judgement);
    toNext(line.item.item);
  };
  const take = (line: ReviewLine, { verdict, reason, isAsked }: Step) => {
    onOpen(line.item.item);
    if (isAsked) setAsked({ item: line.item.item, step: { verdict, reason, isAsked } });
    else void send(line, { item: line.item.item, verdict }).catch(() => undefined);
  };
  const play = (line: ReviewLine | null) => {
    if (line && line.item.atMs !== null) sound?.play(playFrom(line.item.atMs));
    else sound?.play();
  };
  const takeBack = () =>
    void undo(lines).then(
      (item) => item && onOpen(item),
      () => undefined,
    );

  useKey({ name: "a", shown: "A", words: "同意系统；待人工的判合格" }, open ? () => take(open, agreeing(open)) : null);
  useKey({ name: "r", shown: "R", words: "改判，写理由" }, open ? () => take(open, overruling(open)) : null);
  useKey({ name: /^[jk]$/, shown: "J K", words: "下一项、上一项" }, (name) => step(name === "j" ? 1 : -1));
  useKey({ name: "p", shown: "P", words: "从这一项的那一秒播放" }, sound ? () => play(open) : null);
  useKey({ name: "z", shown: "Z", words: "撤回刚才的判定" }, mayUndo ? takeBack : null);

  return (
    <>
      <div className="scroll">
        <PlayKeys onPlay={() => play(open)} />
        <ItemList lines={lines}>
          {(line) => {
            const { item } = line.item;
            return (
              <ItemCard
                key={item}
                line={line}
                utterances={utterances}
                decisions={view.decisions.filter((decision) => decision.item === item)}
                isOpen={item === openId}
                isCurrent={item === openId}
                onOpen={() => {
                  setAsked(null);
                  onOpen(item);
                }}
              >
                {asked?.item !== item ? (
                  <Buttons
                    line={line}
                    onTake={(chosen) => take(line, chosen)}
                    onNote={view.head.agentId ? () => setAsked({ item, step: "note" }) : null}
                  />
                ) : asked.step === "note" ? (
                  <NoteForm view={view} line={line} utterances={utterances} onClose={() => setAsked(null)} />
                ) : (
                  <OverruleForm
                    line={line}
                    step={asked.step}
                    utterances={utterances}
                    onSend={(judgement) => send(line, judgement)}
                    onCancel={() => setAsked(null)}
                  />
                )}
              </ItemCard>
            );
          }}
        </ItemList>
        <CallNotes view={view} utterances={utterances} />
      </div>
      <Foot view={view} task={task} lines={order} onUndo={mayUndo ? takeBack : null} />
    </>
  );
}

/** The space bar stops, and goes on from the item; arrows go five seconds back and on. */
function PlayKeys({ onPlay }: { onPlay: () => void }) {
  const sound = useSound();
  const isPlaying = useIsPlaying();
  const jumpMs = 5_000;
  useKey(
    { name: " ", shown: "空格", words: "播放这一项；在放时暂停" },
    sound ? () => (isPlaying ? sound.pause() : onPlay()) : null,
  );
  useKey(
    { name: /^Arrow(Left|Right)$/, shown: "← →", words: "录音退、进 5 秒" },
    sound ? (name) => sound.seek(sound.audio.currentTime * 1000 + (name === "ArrowRight" ? jumpMs : -jumpMs)) : null,
  );
  return null;
}

type ButtonsProps = { line: ReviewLine; onTake: (step: Step) => void; onNote: (() => void) | null };

function Buttons({ line, onTake, onNote }: ButtonsProps) {
  const { engine } = line;
  const agree = { 扣分: "同意扣分", 仅提示: "提示属实，扣分", 待人工: "合格", 合格: "同意合格", 不适用: "同意不适用" }[
    engine
  ];
  return (
    <p className="qa-acts">
      <Button size="small" onClick={() => onTake(agreeing(line))}>
        {agree} <kbd>A</kbd>
      </Button>
      <Button size="small" onClick={() => onTake(overruling(line))}>
        {engine === "待人工" ? "扣分" : "改判"} <kbd>R</kbd>
      </Button>
      {onNote && (
        <button type="button" className="link" onClick={onNote}>
          写辅导意见
        </button>
      )}
    </p>
  );
}

type FootProps = { view: QaView; task: Task | null; lines: readonly ReviewLine[]; onUndo: (() => void) | null };

function Foot({ view, task, lines, onUndo }: FootProps) {
  const navigate = useNavigate();
  const showKeys = useKeyList();
  const [search] = useSearchParams();
  const nextRisky = async () => {
    const { items } = await qualityApi.calls({ ...filterOf(search), state: "未复核", order: "risk", limit: 2 });
    return items.find(({ id }) => id !== view.head.id)?.id ?? null;
  };
  const finish = useFinish(view, task, nextRisky);
  const end = async (isNextAsked: boolean) => {
    const next = await finish.run(isNextAsked).catch(() => undefined);
    if (next === undefined) return;
    const tail = search.size > 0 ? `?${search}` : "";
    await navigate(
      next ? `/quality/calls/${encodeURIComponent(next)}${tail}` : task ? "/quality/tasks" : `/quality${tail}`,
    );
  };
  useKey({ name: "f", shown: "F", words: "完成，取下一条" }, () => void end(true));
  const judged = lines.filter(({ word }) => word).length;
  return (
    <footer className="draft-foot foot-line">
      <Button type="primary" loading={finish.isPending} onClick={() => void end(true)}>
        完成，下一条 <kbd>F</kbd>
      </Button>
      <Button disabled={finish.isPending} onClick={() => void end(false)}>
        完成
      </Button>
      <span className="quiet num">
        要看的 {lines.length} 项，判了 {judged} 项
      </span>
      <span className="grow" />
      {onUndo && (
        <button type="button" className="link" onClick={onUndo}>
          撤回 Z
        </button>
      )}
      <button type="button" className="link" onClick={showKeys}>
        快捷键 ?
      </button>
    </footer>
  );
}
