type Props<Value extends string> = {
  label: string;
  words: Record<Value, string>;
  chosen: Value;
  onChoose: (value: Value) => void;
  counts?: Partial<Record<Value, number>> | undefined;
};

/** A few views of one list; one is always chosen. */
export const Chips = <Value extends string>({ label, words, chosen, onChoose, counts }: Props<Value>) => (
  <fieldset className="chips" aria-label={label}>
    {(Object.keys(words) as Value[]).map((value) => (
      <button
        key={value}
        type="button"
        className="chip"
        aria-pressed={value === chosen}
        onClick={() => onChoose(value)}
      >
        {words[value]}
        {counts?.[value] ? <span className="num quiet"> {counts[value]}</span> : null}
      </button>
    ))}
  </fieldset>
);
