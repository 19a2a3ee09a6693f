import { type ReactNode, useState } from "react";

type Tab = { title: string; content: ReactNode };

/** Two views behind one another. Both stay mounted: words typed on one tab are there when one comes back. */
export function TwoTabs({ tabs, initial }: { tabs: readonly Tab[]; initial: number }) {
  const [chosen, setChosen] = useState(initial);
  return (
    <div className="desk-tabs">
      <div role="tablist" className="tab-list">
        {tabs.map(({ title }, at) => (
          <button key={title} type="button" role="tab" aria-selected={at === chosen} onClick={() => setChosen(at)}>
            {title}
          </button>
        ))}
      </div>
      {tabs.map(({ title, content }, at) => (
        <section key={title} role="tabpanel" aria-label={title} className="tab-panel" hidden={at !== chosen}>
          {content}
        </section>
      ))}
    </div>
  );
}
