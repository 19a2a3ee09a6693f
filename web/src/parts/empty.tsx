import type { ReactNode } from "react";

/** Says in words why there is nothing, and what will appear here. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="notice">
    <p className="notice-title">{title}</p>
    {children && <p className="quiet">{children}</p>}
  </div>
);
