import { Skeleton } from "antd";

/** Grey lines in the place where the content will stand. */
export const Loading = ({ rows }: { rows: number }) => (
  <div className="pad" aria-busy="true" role="status" aria-label="正在加载">
    <Skeleton active={false} title={false} paragraph={{ rows }} />
  </div>
);
