import { useMay } from "../../me.tsx";
import { type Place, PlacesFrame } from "../../parts/places-frame.tsx";
import { useAppeals, useCoaching } from "../../queries-quality.ts";

const Count = ({ n, words }: { n: number; words: string }) =>
  n > 0 ? (
    <span className="num near-soon" title={words}>
      {" "}
      {n}
    </span>
  ) : null;

/** Appeals that wait for a reviewer. */
function OpenAppeals() {
  const { data } = useAppeals("待处理", useMay("score.review"));
  return <Count n={data?.items.length ?? 0} words="待处理的申诉" />;
}

/** Notes that this agent has not read. */
function UnseenNotes() {
  const { data } = useCoaching(useMay("score.answer"));
  return <Count n={data?.items.filter(({ seenAt }) => seenAt === null).length ?? 0} words="没看过的辅导意见" />;
}

/** The places of quality, each for those who may work there. */
const places: readonly Place[] = [
  { path: "/quality", title: "通话", permissions: ["score.read"] },
  { path: "/quality/tasks", title: "任务", permissions: ["score.review"] },
  { path: "/quality/appeals", title: "申诉", permissions: ["score.read"], waiting: <OpenAppeals /> },
  { path: "/quality/notes", title: "辅导", permissions: ["score.read"], waiting: <UnseenNotes /> },
  { path: "/quality/results", title: "月度结果", permissions: ["score.read"] },
  { path: "/quality/plans", title: "抽样", permissions: ["score.review"] },
  { path: "/quality/agreement", title: "校准", permissions: ["score.review"] },
  { path: "/quality/items", title: "评分项", permissions: ["score.review"] },
  { path: "/quality/seats", title: "坐席", permissions: ["score.review"] },
  { path: "/quality/rescores", title: "重新评分", permissions: ["score.review"] },
];

/** The QA desk. */
export const QualityFrame = () => <PlacesFrame title="质检" places={places} />;
