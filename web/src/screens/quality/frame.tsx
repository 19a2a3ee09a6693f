import { NavLink, Outlet, useLocation } from "react-router";
import { useMay, useMe } from "../../me.tsx";
import { type Key, KeysProvider } from "../../parts/keys.tsx";
import { useAppeals, useCoaching } from "../../queries-quality.ts";
import type { Permission } from "../../types.ts";

type Place = { path: string; title: string; permission: Permission };

/** The places of quality, each for those who may work there. */
const places: readonly Place[] = [
  { path: "/quality", title: "通话", permission: "score.read" },
  { path: "/quality/tasks", title: "任务", permission: "score.review" },
  { path: "/quality/appeals", title: "申诉", permission: "score.read" },
  { path: "/quality/notes", title: "辅导", permission: "score.read" },
  { path: "/quality/results", title: "月度结果", permission: "score.read" },
  { path: "/quality/plans", title: "抽样", permission: "score.review" },
  { path: "/quality/agreement", title: "校准", permission: "score.review" },
  { path: "/quality/items", title: "评分项", permission: "score.review" },
  { path: "/quality/seats", title: "坐席", permission: "score.review" },
  { path: "/quality/rescores", title: "重新评分", permission: "score.review" },
];

const rowKeys: readonly Key[] = [{ name: "Enter", shown: "Enter", words: "打开这一行" }];

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

/** A call stands below the list it was opened from. */
const isHere = (path: string, pathname: string) =>
  path === "/quality" ? pathname === path || pathname.startsWith("/quality/calls/") : pathname.startsWith(path);

/** The places of quality in one line, and the one that is open. */
export function QualityFrame() {
  const { permissions } = useMe();
  const { pathname } = useLocation();
  const mine = places.filter(({ permission }) => permissions.includes(permission));
  return (
    <div className="kb">
      <nav className="kb-places" aria-label="质检">
        {mine.map(({ path, title }) => (
          <NavLink key={path} to={path} className={isHere(path, pathname) ? "active" : ""} end>
            {title}
            {path === "/quality/appeals" && <OpenAppeals />}
            {path === "/quality/notes" && <UnseenNotes />}
          </NavLink>
        ))}
      </nav>
      <div className="kb-screen">
        <KeysProvider rows={rowKeys}>
          <Outlet />
        </KeysProvider>
      </div>
    </div>
  );
}
