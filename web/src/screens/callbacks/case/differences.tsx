import { useLit } from "../../../parts/light.tsx";
import type { Utterance } from "../../../types.ts";
import type { Difference } from "../../../types-callbacks.ts";
import { sidesOf } from "./difference-words.ts";
import { fieldWords } from "./fields.ts";

type Props = { differences: readonly Difference[]; utterances: readonly Utterance[] };

/** Record and speech side by side wherever they differ, each with the question that the officer must answer. */
export const Differences = ({ differences, utterances }: Props) => (
  <ol className="cb-differences">
    {differences.map((each) => (
      <DifferenceLine key={`${each.field}-${each.recorded}`} difference={each} utterances={utterances} />
    ))}
  </ol>
);

function DifferenceLine({ difference, utterances }: { difference: Difference; utterances: readonly Utterance[] }) {
  const { recorded, heard, atSec } = sidesOf(difference, utterances);
  const { on } = useLit({
    id: `difference.${difference.field}.${difference.recorded}`,
    utterances: difference.utterances,
    quotes: [],
  });
  return (
    <li>
      <h3>{fieldWords[difference.field]}</h3>
      <button type="button" className="cb-sides" {...on}>
        <span>
          <span className="quiet">记录：</span>
          {recorded}
        </span>
        <span>
          <span className="quiet">通话中：</span>
          {heard}
          {atSec !== null && <span className="num">，第 {atSec} 秒</span>}
        </span>
      </button>
      <p className="cb-question">{difference.question}</p>
    </li>
  );
}
