import { useMay } from "../../../me.tsx";
import { useKey } from "../../../parts/keys.tsx";
import type { CallView } from "../../../types.ts";
import { AnswerCard } from "./answer-card.tsx";
import { ToldBefore } from "./told-before.tsx";
import { toldOf, useAnswers } from "./use-answers.ts";

/** What the knowledge base offers for what is asked now, in its own words; one key says that it was told to the caller. */
export function Answers({ view }: { view: CallView }) {
  const answers = view.answers ?? [];
  const mayTell = useMay("answer.tell");
  const mayReport = useMay("article.feedback");
  const actions = useAnswers(view);
  const toggle = (at: number) => {
    const answer = answers[at];
    if (!answer) return;
    const told = toldOf(view.told, answer);
    if (!told) actions.tell(answer);
    else if (told.isMine) actions.undo(told);
  };
  const canTell = mayTell && answers.length > 0;
  useKey({ name: "t", shown: "T", words: "第一条知识已告知来电人；再按一次撤销" }, canTell ? () => toggle(0) : null);
  useKey(
    { name: /^Alt\+[1-3]$/, shown: "Alt+1-3", words: "这一条知识已告知来电人；再按一次撤销", isInText: true },
    canTell ? (name) => toggle(Number(name.slice(-1)) - 1) : null,
  );
  return (
    <section aria-label="知识" className="knowledge">
      <h2>知识{view.directAnswer && <span className="quiet"> 坐席已当场答复</span>}</h2>
      {view.asked && <p className="quiet pad-x asked-now">来电人问：{view.asked}</p>}
      {view.published && (
        <p className="pad-x published-note" role="note">
          {view.published.note}
        </p>
      )}
      {answers.length === 0 && (
        <p className="quiet pad-x">{view.live ? "听到问题后在这里给出答复" : "知识库没有把握足够的答复"}</p>
      )}
      {answers.map((answer, at) => (
        <AnswerCard
          key={`${answer.articleId}@${answer.version}`}
          answer={answer}
          told={toldOf(view.told, answer)}
          isFirst={at === 0}
          keyWords={at === 0 ? "T" : `Alt+${at + 1}`}
          onTell={mayTell ? () => actions.tell(answer) : null}
          onUndo={actions.undo}
          onReport={mayReport ? (kind) => actions.report(kind, answer) : null}
          reported={actions.reportedOf(answer)}
        />
      ))}
      <ToldBefore told={view.told} answers={answers} onUndo={actions.undo} />
      {mayReport && (
        <p className="pad-x answer-acts">
          {actions.isMissingReported ? (
            <span className="quiet">已告诉知识编辑缺少答复</span>
          ) : (
            <button type="button" className="link" onClick={actions.reportMissing}>
              缺少答复，告诉知识编辑
            </button>
          )}
        </p>
      )}
    </section>
  );
}
