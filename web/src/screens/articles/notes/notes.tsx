import { Button, Input } from "antd";
import { useState } from "react";
import { articlesApi } from "../../../api-articles.ts";
import { useMe } from "../../../me.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { fullTime } from "../../../parts/time.ts";
import { useKbAction, useNotes } from "../../../queries-articles.ts";
import type { Note } from "../../../types-articles.ts";
import { useOpenArticle } from "../article/article-frame.tsx";
import { useForm } from "../editor/use-form.ts";
import { noteWords } from "../words.ts";

/** Who did what with the article and said what about it, newest first. */
export function Notes() {
  const { id } = useOpenArticle();
  const { data, error, refetch } = useNotes(id);
  return (
    <div className="notes">
      <Write articleId={id} />
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={5} />)}
      {data?.items.length === 0 && <Empty title="还没有记录" />}
      <ol aria-label="记录与评论">
        {data?.items.map((note) => (
          <OneNote key={note.id} note={note} articleId={id} />
        ))}
      </ol>
    </div>
  );
}

function Write({ articleId }: { articleId: string }) {
  const me = useMe();
  const form = useForm(`${me.id}.${articleId}.note`, { text: "", quote: "" }, 0);
  const [isQuoting, setQuoting] = useState(form.value.quote !== "");
  const add = useKbAction(
    ({ text, quote }: { text: string; quote: string }) => articlesApi.addNote(articleId, text, quote || null),
    "已评论",
  );
  const send = () => {
    const typed = { text: form.value.text.trim(), quote: form.value.quote.trim() };
    if (typed.text) add.mutate(typed, { onSuccess: () => form.reset({ text: "", quote: "" }, 0) });
  };
  return (
    <div className="note-form">
      {isQuoting && (
        <Input
          aria-label="正文里的原话"
          placeholder="贴上正文里的原话"
          value={form.value.quote}
          onChange={({ target }) => form.set("quote", target.value)}
        />
      )}
      <Input.TextArea
        aria-label="写评论"
        placeholder="写评论，作者和审核人都能看到"
        rows={2}
        value={form.value.text}
        onChange={({ target }) => form.set("text", target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) send();
        }}
      />
      <p>
        <Button size="small" type="primary" disabled={!form.value.text.trim()} loading={add.isPending} onClick={send}>
          评论
        </Button>{" "}
        {!isQuoting && (
          <button type="button" className="link" onClick={() => setQuoting(true)}>
            针对一句原话
          </button>
        )}
      </p>
    </div>
  );
}

function OneNote({ note, articleId }: { note: Note; articleId: string }) {
  const resolve = useKbAction(() => articlesApi.resolveNote(articleId, note.id), "已标为解决");
  return (
    <li className={note.resolvedAt ? "is-resolved" : undefined}>
      <p>
        <strong>{noteWords[note.kind]}</strong>
        {note.number !== null && <span className="num"> 第 {note.number} 版</span>}{" "}
        <span className="quiet">
          {note.byName} · {fullTime(note.at)}
        </span>
      </p>
      {note.quote && <blockquote className="quiet">{note.quote}</blockquote>}
      {note.text && <p className="note-text">{note.text}</p>}
      {note.kind === "comment" &&
        (note.resolvedAt ? (
          <p className="quiet">
            {note.resolvedByName} {fullTime(note.resolvedAt)} 标为解决
          </p>
        ) : (
          <button type="button" className="link" disabled={resolve.isPending} onClick={() => resolve.mutate(undefined)}>
            标为解决
          </button>
        ))}
    </li>
  );
}
