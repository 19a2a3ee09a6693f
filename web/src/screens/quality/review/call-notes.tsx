import { Button } from "antd";
import { qualityApi } from "../../../api-quality.ts";
import { useMay } from "../../../me.tsx";
import { useSound } from "../../../parts/player/sound.tsx";
import { callTime, shortTime } from "../../../parts/time.ts";
import { useQaAction } from "../../../queries-quality.ts";
import type { Utterance } from "../../../types.ts";
import type { Note, QaView } from "../../../types-quality.ts";
import type { ReviewLine } from "./lines.ts";
import { playFrom } from "./play-from.ts";
import { WordsForm } from "./words-form.tsx";

type FormProps = { view: QaView; line: ReviewLine; utterances: readonly Utterance[]; onClose: () => void };

/** A word of advice to the agent, at a place of the call. */
export function NoteForm({ view, line, utterances, onClose }: FormProps) {
  const add = useQaAction(qualityApi.addNote, "已写给坐席");
  const { agentId, id } = view.head;
  return (
    <WordsForm
      label="辅导意见"
      placeholder="写给坐席：好在哪里，下次怎么说"
      okText="发给坐席"
      utterances={utterances}
      utterance={line.item.utterances[0] ?? null}
      onSend={(said) => add.mutateAsync({ agentId: agentId ?? "", callId: id, item: line.item.item, ...said })}
      onCancel={onClose}
    />
  );
}

/** What was advised about this call. */
export function CallNotes({ view, utterances }: { view: QaView; utterances: readonly Utterance[] }) {
  if (view.notes.length === 0) return null;
  return (
    <section aria-label="辅导意见">
      <h2>辅导意见 {view.notes.length}</h2>
      <ol className="notes-of-call">
        {view.notes.map((note) => (
          <li key={note.id}>
            <NoteWords note={note} said={utterances.find(({ i }) => i === note.utterance)?.text ?? null} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One note; the agent says that it was read. */
export function NoteWords({ note, said }: { note: Note; said: string | null }) {
  const { id, item, words, atMs, by, at, seenAt } = note;
  const isMine = useMay("score.answer");
  const sound = useSound();
  const see = useQaAction(() => qualityApi.seeNote(id), null);
  return (
    <>
      <p className="note-words">{words}</p>
      {said && <blockquote className="quiet">{said}</blockquote>}
      <p className="hit-facts quiet">
        {item && <span>{item}</span>}
        {atMs !== null &&
          (sound ? (
            <button type="button" className="link num" onClick={() => sound.play(playFrom(atMs))}>
              ▶ {callTime(atMs)}
            </button>
          ) : (
            <span className="num">{callTime(atMs)}</span>
          ))}
        <span>
          {by} {shortTime(at)}
        </span>
        {seenAt ? (
          <span className="verdict-ok">已看 {shortTime(seenAt)}</span>
        ) : isMine ? (
          <Button size="small" loading={see.isPending} onClick={() => see.mutate(undefined)}>
            已看
          </Button>
        ) : (
          <span>坐席未看</span>
        )}
      </p>
    </>
  );
}
