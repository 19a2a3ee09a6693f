import { useQuery } from "@tanstack/react-query";
import { Button, Input } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { knowledgeApi } from "../../../api-knowledge.ts";
import { Chips } from "../../../parts/chips.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useKbAction } from "../../../queries-articles.ts";
import type { Quiz, QuizState } from "../../../types-knowledge.ts";

const states: Record<QuizState, string> = { draft: "待审", approved: "在用", rejected: "不用" };

/** Questions as they were made; a person decides which are asked, and how the people do. */
export function ManageQuizzes() {
  const [state, setState] = useState<QuizState>("draft");
  const { data, error, refetch } = useQuery({
    queryKey: ["kb", "quizzes", state],
    queryFn: () => knowledgeApi.quizzes(state),
  });
  return (
    <section>
      <header className="screen-head">
        <h1>练习</h1>
        <Chips label="看哪些" words={states} chosen={state} onChoose={setState} />
      </header>
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />)}
      {data?.items.length === 0 && (
        <Empty title="没有">{state === "draft" ? "在一篇文章的“使用情况”里点“据此出练习题”。" : undefined}</Empty>
      )}
      <ol className="hits" aria-label="练习题">
        {data?.items.map((quiz) => (
          <QuizLine key={quiz.id} quiz={quiz} />
        ))}
      </ol>
      <Scores />
    </section>
  );
}

function QuizLine({ quiz }: { quiz: Quiz }) {
  const { id, title, articleId, version, question, answer, choices, quote, state, kind } = quiz;
  const [typed, setTyped] = useState({ question, answer: answer ?? "" });
  const [isEditing, setEditing] = useState(false);
  const decide = useKbAction(
    (to: "approved" | "rejected") => knowledgeApi.decideQuiz(id, { state: to, ...(isEditing ? typed : {}) }),
    "已记下",
  );
  return (
    <li>
      <p className="hit-title">
        <span className="quiet">{kind}</span>
        {isEditing ? (
          <Input.TextArea
            aria-label="题目"
            autoSize
            value={typed.question}
            onChange={({ target }) => setTyped({ ...typed, question: target.value })}
          />
        ) : (
          <strong>{question}</strong>
        )}
      </p>
      <p>
        答案：
        {isEditing ? (
          <Input
            className="quiz-answer"
            aria-label="答案"
            value={typed.answer}
            onChange={({ target }) => setTyped({ ...typed, answer: target.value })}
          />
        ) : (
          <strong>{answer}</strong>
        )}
        {choices.length > 0 && <span className="quiet"> 选项：{choices.join(" / ")}</span>}
      </p>
      {quote && <blockquote className="quiet">{quote}</blockquote>}
      <p className="hit-facts quiet">
        <Link to={`/articles/${encodeURIComponent(articleId)}`}>
          {title} 第 {version} 版
        </Link>
        {state !== "approved" && (
          <Button size="small" loading={decide.isPending} onClick={() => decide.mutate("approved")}>
            用这道题
          </Button>
        )}
        {state !== "rejected" && (
          <Button size="small" disabled={decide.isPending} onClick={() => decide.mutate("rejected")}>
            不用
          </Button>
        )}
        {!isEditing && (
          <button type="button" className="link" onClick={() => setEditing(true)}>
            改一改
          </button>
        )}
      </p>
    </li>
  );
}

function Scores() {
  const { data } = useQuery({ queryKey: ["kb", "quiz-scores"], queryFn: knowledgeApi.quizScores });
  if (!data?.items.length) return null;
  return (
    <section aria-label="成绩">
      <h2>成绩</h2>
      <table className="list">
        <tbody>
          {data.items.map(({ name, answered, right }) => (
            <tr key={name}>
              <td>{name}</td>
              <td className="num tight">答 {answered} 题</td>
              <td className="num tight">对 {right}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
