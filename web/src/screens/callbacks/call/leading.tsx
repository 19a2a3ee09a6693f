import { useLit } from "../../../parts/light.tsx";
import type { CallbackReview } from "../../../types.ts";

type Sentence = CallbackReview["leading"][number];

/** Sentences that push the citizen to an answer, the gravest first, each with neutral words beside. */
export function Leading({ sentences }: { sentences: readonly Sentence[] }) {
  const gravity = ["重", "中", "轻"];
  const sorted = [...sentences].sort((a, b) => gravity.indexOf(a.severity) - gravity.indexOf(b.severity));
  return (
    <section className="leading" aria-label="诱导性用语">
      <h2>{sorted.length ? `诱导性用语 ${sorted.length} 句` : "没有发现诱导性用语"}</h2>
      {sorted.map((sentence) => (
        <LeadingLine key={`${sentence.utterance}-${sentence.span}`} sentence={sentence} />
      ))}
    </section>
  );
}

function LeadingLine({ sentence }: { sentence: Sentence }) {
  const { utterance, type, span, severity, neutral } = sentence;
  const { on, isPinned } = useLit({ id: `leading.${utterance}.${span}`, utterances: [utterance], quotes: [span] });
  return (
    <button type="button" {...on} className={`leading-line severity-${severity}${isPinned ? " pinned" : ""}`}>
      <span className="leading-type">
        {type} · {severity}
      </span>
      <span className="leading-said">“{span}”</span>
      <span className="leading-neutral">
        <span className="quiet">可改为</span> “{neutral}”
      </span>
    </button>
  );
}
