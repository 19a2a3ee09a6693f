import { Button, Input } from "antd";
import { type ClipboardEvent, useState } from "react";
import type { Form } from "../../articles/editor/use-form.ts";
import type { Fields } from "./fields.ts";
import { HeardBox } from "./heard-box.tsx";
import { contextOf, type Line, linesIn } from "./lines.ts";
import { useSettled } from "./use-settled.ts";
import { Advice, MarkedWords, useWording } from "./wording.tsx";

const settleMs = 300;

type Props = {
  lines: readonly Line[];
  onChange: (lines: readonly Line[]) => void;
  /** The levels that the script reads out. */
  scale: readonly string[];
  form: Form<Fields>;
};

/** What was said, as it is typed or pasted: every sentence of the officer is checked, the citizen's are read for answers. */
export function Talk({ lines, onChange, scale, form }: Props) {
  const add = (words: string, usual: Line["speaker"]) => onChange([...lines, ...linesIn(words, usual)]);
  return (
    <section aria-label="边说边核" className="cb-talk">
      <header className="cb-head">
        <h2>边说边核</h2>
        <span className="quiet">打字或粘贴，一行一句；“市民：”开头的算市民说的</span>
        {lines.length > 0 && (
          <button type="button" className="link" onClick={() => onChange([])}>
            清空
          </button>
        )}
      </header>
      <ol aria-label="说过的">
        {lines.map((line, at) => {
          // A line has no name but its place.
          const key = `${at}-${line.text}`;
          return <Said key={key} line={line} before={lines.slice(0, at)} />;
        })}
      </ol>
      <Say label="我说" lines={lines} onAdd={(words) => add(words, "agent")} isChecked />
      <Say label="市民说" lines={lines} onAdd={(words) => add(words, "citizen")} isChecked={false} />
      <HeardBox lines={lines} scale={scale} form={form} />
    </section>
  );
}

function Said({ line: { speaker, text }, before }: { line: Line; before: readonly Line[] }) {
  const { data } = useWording(speaker === "agent" ? text : "", contextOf(before));
  return (
    <li className={`said said-${speaker}`}>
      <span className="speaker">{speaker === "agent" ? "我" : "市民"}</span>
      <div>
        <MarkedWords text={text} verdict={data} />
        {data && <Advice verdict={data} />}
      </div>
    </li>
  );
}

type SayProps = { label: string; lines: readonly Line[]; onAdd: (words: string) => void; isChecked: boolean };

function Say({ label, lines, onAdd, isChecked }: SayProps) {
  const [words, setWords] = useState("");
  const settled = useSettled(words.trim(), settleMs);
  const { data, error } = useWording(isChecked ? settled : "", contextOf(lines));
  const isSettled = settled === words.trim();
  const add = () => {
    if (!words.trim()) return;
    onAdd(words);
    setWords("");
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData("text");
    if (!pasted.includes("\n")) return;
    event.preventDefault();
    onAdd(words + pasted);
    setWords("");
  };
  return (
    <div className="cb-say">
      <div className="cb-say-row">
        <Input
          aria-label={label}
          placeholder={isChecked ? "我说：打出正要说或刚说的话，回车记下" : "市民说：照原话打，回车记下"}
          value={words}
          onChange={({ target }) => setWords(target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && add()}
          onPaste={paste}
        />
        <Button onClick={add} disabled={!words.trim()}>
          记下
        </Button>
      </div>
      {isSettled && data?.leading && (
        <div role="status">
          <MarkedWords text={settled} verdict={data} />
          <Advice verdict={data} onUse={setWords} />
        </div>
      )}
      {isSettled && words.trim() !== "" && data && !data.leading && <p className="quiet cb-note">没有诱导</p>}
      {error && <p className="near-soon cb-note">没有核成：{error.message}</p>}
    </div>
  );
}
