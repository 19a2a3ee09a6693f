import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useKbAction } from "../../../queries-articles.ts";
import type { Quiz, QuizMark } from "../../../types-knowledge.ts";

/** One question after another; those never answered come first. */
export function Practice() {
  // The order stays while one practises, whatever is answered meanwhile.
  const { data, error, refetch } = useQuery({
    queryKey: ["practice"],
    queryFn: async () => {
      const { items } = await knowledgeApi.quizzes("approved");
      return [...items].sort((a, b) => a.mine.answered - b.mine.answered || a.mine.right - b.mine.right);
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [at, setAt] = useState(0);
  const quiz = data?.[at];
  return (
    <section className="practice">
      <header className="screen-head">
        <h1>练习</h1>
        <MyScore />
        {data && data.length > 0 && (
          <span className="quiet num">
            第 {Math.min(at + 1, data.length)} / {data.length} 题
          </span>
        )}
      </header>
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={5} />)}
      {data?.length === 0 && <Empty title="还没有练习题">知识编辑出好题后会出现在这里。</Empty>}
      {quiz && <OneQuiz key={quiz.id} quiz={quiz} onNext={() => setAt(at + 1)} />}
      {data && data.length > 0 && !quiz && (
        <div className="pad">
          <p>都答完了。</p>
          <Button
            onClick={() => {
              setAt(0);
              void refetch();
            }}
          >
            再来一遍
          </Button>
        </div>
      )}
    </section>
  );
}

function MyScore() {
  const { data } = useQuery({ queryKey: ["kb", "my-score"], queryFn: knowledgeApi.myQuizScore });
  if (!data?.answered) return null;
  return (
    <span className="num">
      答过 {data.answered} 题，对 {data.right}
    </span>
  );
}

function OneQuiz({ quiz, onNext }: { quiz: Quiz; onNext: () => void }) {
  const [typed, setTyped] = useState("");
  const [mark, setMark] = useState<QuizMark | null>(null);
  const answer = useKbAction((words: string) => knowledgeApi.answerQuiz(quiz.id, words), null);
  const send = (words: string) => {
    if (words.trim() && !mark) answer.mutate(words.trim(), { onSuccess: setMark });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mark) onNext();
    else send(typed);
  };
  return (
    <form className="quiz" onSubmit={submit}>
      <p className="quiet">{quiz.title}</p>
      <p className="quiz-question">{quiz.question}</p>
      {quiz.choices.length > 0 ? (
        <p className="quiz-choices">
          {quiz.choices.map((choice) => (
            <Button key={choice} disabled={mark !== null} onClick={() => send(choice)}>
              {choice}
            </Button>
          ))}
        </p>
      ) : (
        <p className="quiz-fill">
          <Input
            aria-label="答案"
            autoFocus
            readOnly={mark !== null}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
          {!mark && (
            <Button type="primary" htmlType="submit" loading={answer.isPending}>
              回答
            </Button>
          )}
        </p>
      )}
      {mark && (
        <div role="status">
          <p className={mark.ok ? "quiz-right" : "near-over"}>{mark.ok ? "答对了" : `不对，应是：${mark.answer}`}</p>
          <blockquote>{mark.quote}</blockquote>
          <p>
            <Link to={`/articles/${encodeURIComponent(mark.articleId)}?quote=${encodeURIComponent(mark.quote)}`}>
              看原文
            </Link>{" "}
            <Button type="primary" htmlType="submit" autoFocus>
              下一题
            </Button>
          </p>
        </div>
      )}
    </form>
  );
}
