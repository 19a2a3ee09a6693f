import { Button, Cascader, Input, Select } from "antd";
import { useState } from "react";
import type { ElementStatus, OrderChanges } from "../../types.ts";
import type { Edit } from "./field.ts";

type Props<How extends Edit["how"]> = {
  label: string;
  edit: Extract<Edit, { how: How }>;
  isSaving: boolean;
  onSave: (changes: OrderChanges) => void;
  onCancel: () => void;
};

type Buttons = { isSaving: boolean; onSave: () => void; onCancel: () => void };

/** Save and cancel, the same under every editor. */
const EditButtons = ({ isSaving, onSave, onCancel }: Buttons) => (
  <span className="edit-buttons">
    <Button size="small" loading={isSaving} onClick={onSave}>
      保存
    </Button>
    <Button size="small" type="text" onClick={onCancel}>
      取消
    </Button>
    <span className="quiet">Enter 保存 · Esc 取消</span>
  </span>
);

/** Enter saves, Escape leaves; Enter that ends a pinyin word does neither. */
const keysFor = (onSave: () => void, onCancel: () => void) => (event: React.KeyboardEvent) => {
  if (event.nativeEvent.isComposing) return;
  if (event.key === "Escape") onCancel();
  else if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey) {
    event.preventDefault();
    onSave();
  }
};

const caretToEnd = ({ target }: React.FocusEvent<HTMLTextAreaElement>) =>
  target.setSelectionRange(target.value.length, target.value.length);

function TextEditor({ label, edit, isSaving, onSave, onCancel }: Props<"text">) {
  const [typed, setTyped] = useState(edit.value);
  const save = () => onSave(edit.toChanges(typed));
  return (
    <>
      <Input.TextArea
        autoFocus
        onFocus={caretToEnd}
        aria-label={label}
        value={typed}
        autoSize={{ minRows: edit.rows, maxRows: 12 }}
        maxLength={edit.maxChars}
        showCount
        onChange={(event) => setTyped(event.target.value.replaceAll("\n", ""))}
        onKeyDown={keysFor(save, onCancel)}
      />
      <EditButtons isSaving={isSaving} onSave={save} onCancel={onCancel} />
    </>
  );
}

function ChooseEditor({ label, edit, isSaving, onSave, onCancel }: Props<"choose">) {
  const [chosen, setChosen] = useState(edit.value);
  return (
    <>
      <Select
        autoFocus
        defaultOpen
        showSearch={{ optionFilterProp: "label" }}
        aria-label={label}
        className="fill"
        value={chosen}
        options={[...edit.options]}
        onChange={setChosen}
        onKeyDown={(event) => event.key === "Escape" && onCancel()}
      />
      <EditButtons isSaving={isSaving} onSave={() => onSave(edit.toChanges(chosen))} onCancel={onCancel} />
    </>
  );
}

function PathEditor({ label, edit, isSaving, onSave, onCancel }: Props<"path">) {
  const [chosen, setChosen] = useState(edit.value);
  return (
    <>
      <Cascader
        autoFocus
        defaultOpen
        showSearch
        changeOnSelect={edit.mayStopEarly}
        aria-label={label}
        className="fill"
        value={chosen}
        options={[...edit.options]}
        onChange={(path) => setChosen((path as string[] | undefined) ?? [])}
      />
      <EditButtons isSaving={isSaving} onSave={() => onSave(edit.toChanges(chosen))} onCancel={onCancel} />
    </>
  );
}

const statuses: readonly ElementStatus[] = ["已记录", "来电人不愿提供", "来电人不清楚", "不适用", "未询问"];
const statusOptions = statuses.map((value) => ({ value, label: value }));

function ElementEditor({ label, edit, isSaving, onSave, onCancel }: Props<"element">) {
  const [typed, setTyped] = useState(edit.value);
  const [status, setStatus] = useState(edit.status);
  const save = () => onSave(edit.toChanges(typed, status));
  const type = (value: string) => {
    setTyped(value);
    // Words that were typed are words that were recorded.
    if (value && status !== "已记录") setStatus("已记录");
  };
  return (
    <>
      <span className="element-editor">
        <Input.TextArea
          autoFocus
          onFocus={caretToEnd}
          aria-label={label}
          value={typed}
          autoSize={{ minRows: 1, maxRows: 6 }}
          maxLength={2_000}
          onChange={(event) => type(event.target.value.replaceAll("\n", ""))}
          onKeyDown={keysFor(save, onCancel)}
        />
        <Select aria-label={`${label}的状态`} value={status} options={statusOptions} onChange={setStatus} />
      </span>
      <EditButtons isSaving={isSaving} onSave={save} onCancel={onCancel} />
    </>
  );
}

type AnyProps = Omit<Props<"text">, "edit"> & { edit: Edit };

/** The editor that fits the field. It keeps what was typed until it is saved or cancelled. */
export function Editor({ edit, ...rest }: AnyProps) {
  if (edit.how === "text") return <TextEditor edit={edit} {...rest} />;
  if (edit.how === "choose") return <ChooseEditor edit={edit} {...rest} />;
  if (edit.how === "path") return <PathEditor edit={edit} {...rest} />;
  return <ElementEditor edit={edit} {...rest} />;
}
