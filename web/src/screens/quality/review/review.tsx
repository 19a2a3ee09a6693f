import { useCallback, useMemo, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { useMay, useMe } from "../../../me.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { quotedWords } from "../../../parts/marks.ts";
import { HeardWords, type LookedAt } from "../../../parts/player/heard-words.tsx";
import { Player, SoundProvider } from "../../../parts/player/player.tsx";
import { useCall } from "../../../queries.ts";
import { useQaCall } from "../../../queries-quality.ts";
import type { CallView } from "../../../types.ts";
import type { QaView } from "../../../types-quality.ts";
import { AgentPanel } from "./agent-panel.tsx";
import { ReviewHead } from "./head.tsx";
import { type LeadingLine, leadingMarks, leadingOf, withLeading } from "./leading.tsx";
import { linesOf, marksOf, type ReviewLine, tagsOf, taskInHand } from "./lines.ts";
import { type Asked, ReviewerPanel } from "./reviewer-panel.tsx";

/** One scored call: its sound, its words, and the rubric line by line. */
export function Review() {
  const { id = "" } = useParams();
  const score = useQaCall(id);
  const call = useCall(id);
  const error = score.error ?? call.error;
  if (score.data && call.data) return <ReviewDesk key={id} view={score.data} call={call.data} />;
  const retry = () => void Promise.all([score.refetch(), call.refetch()]);
  return error ? <LoadFailed error={error} onRetry={retry} /> : <Loading rows={10} />;
}

/** Which lines and words the open item, or the open sentence, is about. */
function lookedAtBy(id: string | null, lines: readonly ReviewLine[], leading: readonly LeadingLine[]): LookedAt | null {
  const item = lines.find(({ item: { item: name } }) => name === id)?.item;
  if (item) return { id: item.item, utterances: item.utterances, quotes: quotedWords(item.why) };
  const sentence = leading.find((each) => each.id === id);
  return sentence ? { id: sentence.id, utterances: [sentence.utterance], quotes: [sentence.span] } : null;
}

/** Whoever comes from an appeal, or from a list of one item, finds that item open. */
const askedItem = (search: URLSearchParams, lines: readonly ReviewLine[]): string | null =>
  lines.find(({ item }) => item.item === search.get("item"))?.item.item ?? null;

const noSentences: NonNullable<CallView["callback"]>["leading"] = [];

function ReviewDesk({ view, call }: { view: QaView; call: CallView }) {
  const { utterances } = call.call;
  const sentences = call.callback?.leading ?? noSentences;
  const me = useMe();
  const mayReview = useMay("score.review");
  const [search] = useSearchParams();
  const task = useMemo(() => taskInHand(view, me.id), [view, me.id]);
  const lines = useMemo(() => linesOf(view, task, me.id), [view, task, me.id]);
  const leading = useMemo(() => leadingOf(sentences, utterances), [sentences, utterances]);
  const marks = useMemo(() => [...leadingMarks(leading), ...marksOf(lines)], [leading, lines]);
  const tags = useMemo(() => withLeading(tagsOf(lines), leading), [lines, leading]);
  const [openId, setOpenId] = useState(() => askedItem(search, lines));
  const [asked, setAsked] = useState<Asked | null>(null);
  const isAsked = asked !== null;
  // A click on a mark plays and shows; it does not take away the form in which one types.
  const open = useCallback((item: string | null) => isAsked || setOpenId(item), [isAsked]);
  const lookedAt = lookedAtBy(openId, lines, leading);
  const panel = { view, lines, leading, utterances, openId, onOpen: setOpenId };
  return (
    <section className="fill-height qa-review">
      <ReviewHead view={view} task={task} />
      <SoundProvider callId={view.head.id} recording={view.recording}>
        <Player callId={view.head.id} recording={view.recording} marks={marks} utterances={utterances} onMark={open} />
        <div className="desk">
          <section aria-label="原话" className="desk-words">
            <div className="scroll">
              <HeardWords utterances={utterances} tags={tags} lookedAt={lookedAt} onTag={open} />
            </div>
          </section>
          <section aria-label="评分" className="desk-draft">
            {mayReview ? (
              <ReviewerPanel {...panel} task={task} asked={asked} onAsk={setAsked} />
            ) : (
              <AgentPanel {...panel} />
            )}
          </section>
        </div>
      </SoundProvider>
    </section>
  );
}
