import { useQuery } from "@tanstack/react-query";
import { callbacksApi } from "../../../api-callbacks.ts";
import { markQuotes } from "../../../parts/marks.ts";
import type { Verdict } from "../../../types-callbacks.ts";

/** The same words after the same words are judged alike: they are asked about once. */
export const useWording = (text: string, context: string) =>
  useQuery({
    queryKey: ["wording", text, context],
    queryFn: () => callbacksApi.checkWording(text, context),
    enabled: text.length > 1,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** The words that lead are marked. */
export const MarkedWords = ({ text, verdict }: { text: string; verdict: Verdict | undefined }) => (
  <span className="cb-words">
    {markQuotes(text, verdict?.leading && verdict.span ? [verdict.span] : []).map(({ text: words, start, isMarked }) =>
      isMarked ? <mark key={start}>{words}</mark> : words,
    )}
  </span>
);

/** What is wrong with a sentence and how to say it neutrally; nothing for one that is neutral. */
export function Advice({ verdict, onUse }: { verdict: Verdict; onUse?: (neutral: string) => void }) {
  if (!verdict.leading) return null;
  const { type, severity, neutral } = verdict;
  return (
    <p className={`cb-advice severity-${severity}`}>
      <span className="leading-type">
        诱导 {type} · {severity}
      </span>
      {neutral && (
        <span>
          <span className="quiet">可改为</span> “{neutral}”
        </span>
      )}
      {neutral && onUse && (
        <button type="button" className="link" onClick={() => onUse(neutral)}>
          用这句
        </button>
      )}
    </p>
  );
}
