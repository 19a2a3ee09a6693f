import { Button, Input } from "antd";
import { useState } from "react";
import type { Utterance } from "../../../types.ts";
import { placeOf, UtteranceSelect } from "./utterance-select.tsx";

type Said = { words: string; utterance?: number; atMs?: number };
type Props = {
  label: string;
  placeholder: string;
  okText: string;
  utterances: readonly Utterance[];
  /** The line it is about unless another is chosen. */
  utterance: number | null;
  onSend: (said: Said) => Promise<unknown>;
  onCancel: () => void;
};

/** Words about a place of the call: an appeal, a coaching note. What is typed stays when the server refuses. */
export function WordsForm({ label, placeholder, okText, utterances, utterance, onSend, onCancel }: Props) {
  const [words, setWords] = useState("");
  const [at, setAt] = useState(utterance);
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (!words.trim() || isBusy) return;
    setBusy(true);
    const isSent = await onSend({ words: words.trim(), ...placeOf(utterances, at) }).then(
      () => true,
      () => false,
    );
    setBusy(false);
    if (isSent) onCancel();
  };
  return (
    <form
      className="overrule"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <UtteranceSelect utterances={utterances} value={at} onChange={setAt} />
      <Input.TextArea
        autoFocus
        aria-label={label}
        placeholder={placeholder}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={1000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void send();
        }}
      />
      <div className="overrule-line">
        <Button size="small" type="primary" htmlType="submit" disabled={!words.trim()} loading={isBusy}>
          {okText}
        </Button>
        <Button size="small" onClick={onCancel}>
          取消
        </Button>
      </div>
    </form>
  );
}
