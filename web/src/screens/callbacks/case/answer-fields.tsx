import { Input, Radio } from "antd";
import { useChoices } from "../../../queries-callbacks.ts";
import type { Script } from "../../../types-callbacks.ts";
import type { Form } from "../../articles/editor/use-form.ts";
import { contactWords, type Fields, fieldWords, isUnhappy, solvedWords } from "./fields.ts";

const unanswered = "未答";

/** The three answers below the words that ask for them, then the reason of somebody unhappy, then opinions word for word. */
export function AnswerFields({ script, form }: { script: Script; form: Form<Fields> }) {
  const { value, set } = form;
  const asks = (step: string) => script.lines.find((line) => line.step === step)?.text ?? "";
  const levels = [...script.scale, unanswered] as NonNullable<Fields["satisfaction"]>[];
  return (
    <>
      <Choice
        label={fieldWords.contacted}
        question={asks("响应")}
        words={contactWords}
        chosen={value.contacted}
        onChoose={(to) => set("contacted", to)}
      />
      <Choice
        label={fieldWords.resolved}
        question={asks("解决")}
        words={solvedWords}
        chosen={value.resolved}
        onChoose={(to) => set("resolved", to)}
      />
      <Choice
        label={fieldWords.satisfaction}
        question={asks("满意")}
        words={levels}
        chosen={value.satisfaction}
        onChoose={(to) => set("satisfaction", to)}
      />
      {isUnhappy(value.satisfaction) && (
        <Reason question={asks("原因")} reason={value.reason} onChange={(to) => set("reason", to)} />
      )}
      <fieldset className="cb-answer">
        <legend>{fieldWords.opinions}</legend>
        <Input.TextArea
          aria-label={fieldWords.opinions}
          placeholder="市民的原话，一行一条，不概括、不改写"
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={value.opinions}
          onChange={({ target }) => set("opinions", target.value)}
        />
      </fieldset>
    </>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  question: string;
  words: readonly Value[];
  chosen: Value | null;
  onChoose: (value: Value) => void;
};

const Choice = <Value extends string>({ label, question, words, chosen, onChoose }: ChoiceProps<Value>) => (
  <fieldset className="cb-answer">
    <legend>{label}</legend>
    <p className="quiet cb-note">{question}</p>
    <Radio.Group
      aria-label={label}
      optionType="button"
      options={words.map((word) => ({ label: word, value: word }))}
      value={chosen}
      onChange={({ target }) => onChoose(target.value as Value)}
    />
  </fieldset>
);

function Reason({ question, reason, onChange }: { question: string; reason: string; onChange: (to: string) => void }) {
  const { data } = useChoices();
  return (
    <fieldset className="cb-answer">
      <legend>{fieldWords.reason}</legend>
      <p className="quiet cb-note">{question || "照原样问哪方面不满意，不劝、不解释。"}</p>
      <div className="chips">
        {data?.reasons.map(({ name, clause }) => (
          <button
            key={name}
            type="button"
            className="chip"
            title={clause}
            aria-pressed={reason === name}
            onClick={() => onChange(reason === name ? "" : name)}
          >
            {name}
          </button>
        ))}
      </div>
      <Input
        aria-label={fieldWords.reason}
        placeholder="或照市民所说填写"
        maxLength={1000}
        value={reason}
        onChange={({ target }) => onChange(target.value)}
      />
    </fieldset>
  );
}
