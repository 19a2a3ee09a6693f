import { type ReactNode, useState } from "react";

type Tab = { title: string; content: ReactNode; count?: number };

/** Views behind one another. All stay mounted: words typed on one tab are there when one comes back. */
export function Tabs({ tabs, initial }: { tabs: readonly Tab[]; initial: number }) {
  const [chosen, setChosen] = useState(initial);
  return (
    <div className="desk-tabs">
      <div role="tablist" className="tab-list">
        {tabs.map(({ title, count }, at) => (
          <button key={title} type="button" role="tab" aria-selected={at === chosen} onClick={() => setChosen(at)}>
            {title}
            {count ? <span className="num quiet"> {count}</span> : null}
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
