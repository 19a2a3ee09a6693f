import type { CallView } from "../../../types.ts";
import { useCopy } from "../live/use-copy.ts";

/** The approved words of the day: greeting, waiting, closing. A click copies. */
export function Phrases({ view }: { view: CallView }) {
  const copy = useCopy();
  const groups = [
    { when: "开头", words: [view.greeting] },
    { when: "等待", words: [view.waitPhrase] },
    { when: "结束", words: view.closing },
  ];
  return (
    <section aria-label="用语">
      <h2>用语</h2>
      {groups.map(({ when, words }) => (
        <div key={when} className="phrase-group">
          <span className="quiet">{when}</span>
          <span>
            {words.filter(Boolean).map((phrase) => (
              <button key={phrase} type="button" className="phrase" onClick={() => void copy(phrase)} title="点击复制">
                {phrase}
              </button>
            ))}
          </span>
        </div>
      ))}
    </section>
  );
}
