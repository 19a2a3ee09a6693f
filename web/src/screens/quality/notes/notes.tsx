import { Button, Input, Select } from "antd";
import { useState } from "react";
import { Link } from "react-router";
import { qualityApi } from "../../../api-quality.ts";
import { useMay } from "../../../me.tsx";
import { Empty } from "../../../parts/empty.tsx";
import { LoadFailed } from "../../../parts/load-failed.tsx";
import { Loading } from "../../../parts/loading.tsx";
import { useCoaching, useQaAction, useSeats } from "../../../queries-quality.ts";
import { NoteWords } from "../review/call-notes.tsx";
import { seatWords } from "../seat-words.ts";

/** Words of advice: reviewers write them, agents say that they have read them. */
export function CoachingNotes() {
  const mayReview = useMay("score.review");
  const { data, error, refetch } = useCoaching();
  return (
    <section>
      <header className="screen-head">
        <h1>{mayReview ? "辅导" : "给我的辅导意见"}</h1>
        {mayReview && <span className="quiet">复核时在扣分项下面写，会带上那一句；也可以在这里写</span>}
      </header>
      {mayReview && <NewNote />}
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Loading rows={6} />)}
      {data?.items.length === 0 && <Empty title="还没有辅导意见" />}
      <ol className="hits" aria-label="辅导意见">
        {data?.items.map((note) => (
          <li key={note.id}>
            <p className="quiet">
              {mayReview && `坐席 ${note.agentId} `}
              {note.callId && <Link to={`/quality/calls/${encodeURIComponent(note.callId)}`}>看这通电话</Link>}
            </p>
            <NoteWords note={note} said={null} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function NewNote() {
  const [agentId, setAgentId] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const { data: seats } = useSeats();
  const add = useQaAction(qualityApi.addNote, "已写给坐席");
  const send = () => {
    if (agentId && words.trim()) add.mutate({ agentId, words: words.trim() }, { onSuccess: () => setWords("") });
  };
  return (
    <form
      className="qa-form"
      aria-label="写辅导意见"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div className="qa-form-fields">
        <Select<string>
          className="choice"
          aria-label="给哪位坐席"
          placeholder="给哪位坐席"
          showSearch
          value={agentId}
          options={(seats?.items ?? []).map((seat) => ({ value: seat.agentId, label: seatWords(seat) }))}
          onChange={setAgentId}
        />
        <Button type="primary" htmlType="submit" disabled={!agentId || !words.trim()} loading={add.isPending}>
          发给坐席
        </Button>
      </div>
      <Input.TextArea
        aria-label="辅导意见"
        placeholder="好在哪里，下次怎么说"
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={2000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
    </form>
  );
}
