import { type GetRef, Input } from "antd";
import { useRef } from "react";
import type { SlotType } from "../../../types-articles.ts";
import { slotWords, withSlot } from "./slots.ts";

type Props = { value: string; onChange: (body: string) => void };

/** The text of an article, with a line of slots that may be put where the cursor stands. */
export function BodyField({ value, onChange }: Props) {
  const box = useRef<GetRef<typeof Input.TextArea>>(null);
  const insert = (type: SlotType) => {
    const area = box.current?.resizableTextArea?.textArea;
    const { text, at } = withSlot(
      value,
      area?.selectionStart ?? value.length,
      area?.selectionEnd ?? value.length,
      type,
    );
    onChange(text);
    // The field is drawn first, then the cursor goes behind the slot.
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(at, at);
    });
  };
  return (
    <div className="body-field">
      <div className="body-head">
        <label htmlFor="article-body">正文</label>
        <span className="quiet">插入空位</span>
        {(Object.keys(slotWords) as SlotType[]).map((type) => (
          <button key={type} type="button" className="chip" onClick={() => insert(type)}>
            {slotWords[type]}
          </button>
        ))}
        <span className="grow" />
        <span className="quiet num">{value.length} 字</span>
      </div>
      <Input.TextArea
        id="article-body"
        ref={box}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        placeholder={"一、适用对象\n…\n二、办理材料\n…\n按标题、条（第十二条）、列表分段，每段就是坐席看到的一条答复。"}
        autoSize={{ minRows: 10 }}
      />
    </div>
  );
}
