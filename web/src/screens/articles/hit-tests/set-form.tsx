import { Button, Input } from "antd";
import { useMe } from "../../../me.tsx";
import type { HitQuestion } from "../../../types-knowledge.ts";
import { useForm } from "../editor/use-form.ts";
import { questionsOf, type TypedQuestion } from "./hit-lines.ts";

type Typed = { name: string; lines: string };
type Props = {
  name: string;
  given: Typed;
  base: number;
  known: readonly HitQuestion[];
  isBusy: boolean;
  onCancel: () => void;
  onSave: (set: { version: number; name: string; questions: TypedQuestion[] }) => Promise<unknown>;
};

/** A set as lines: a question, a tab, the numbers of the articles that answer it. Pasted from a table as it is. */
export function SetForm({ name, given, base, known, isBusy, onCancel, onSave }: Props) {
  const me = useMe();
  const form = useForm<Typed>(`${me.id}.hits.${name}`, given, base);
  const questions = questionsOf(form.value.lines, known);
  const isReady = form.value.name.trim() !== "" && questions.length > 0;
  const save = async () => {
    try {
      await onSave({ version: base, name: form.value.name.trim(), questions });
      form.saved(form.value, base + 1);
    } catch {
      // The action has told why; what is typed stays.
    }
  };
  return (
    <div className="set-form">
      <div className="form-line">
        <label htmlFor="set-name">名称</label>
        <Input id="set-name" value={form.value.name} onChange={({ target }) => form.set("name", target.value)} />
      </div>
      <div className="form-line">
        <label htmlFor="set-lines">题目</label>
        <Input.TextArea
          id="set-lines"
          className="set-lines"
          placeholder={"五星卡丢了咋办\tYL-RS-002\n孩子异地看病能报不\tYL-YB-001 YL-YB-007\n哪天发射火箭"}
          autoSize={{ minRows: 8, maxRows: 24 }}
          value={form.value.lines}
          onChange={({ target }) => form.set("lines", target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Tab" || event.shiftKey || event.altKey) return;
            // A tab is what stands between question and articles; Shift+Tab leaves the field.
            event.preventDefault();
            document.execCommand("insertText", false, "\t");
          }}
        />
      </div>
      <p className="quiet">
        每行一题：问题、Tab、该命中的文章编号（多个用空格隔开）。编号空着表示知识库里没有，应当说没有。共{" "}
        {questions.length} 题，其中 {questions.filter(({ expected }) => expected.length === 0).length} 题应当说没有。
      </p>
      <p>
        <Button type="primary" disabled={!isReady} loading={isBusy} onClick={() => void save()}>
          保存题集
        </Button>{" "}
        <Button onClick={onCancel}>取消</Button>
      </p>
    </div>
  );
}
