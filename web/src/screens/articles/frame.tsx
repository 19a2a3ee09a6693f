import { NavLink, Outlet } from "react-router";
import { useMe } from "../../me.tsx";
import { type Key, KeysProvider } from "../../parts/keys.tsx";
import type { Permission } from "../../types.ts";

type Place = { path: string; title: string; permissions: readonly Permission[] };

/** The places of the knowledge base, each for those who may work there. */
const places: readonly Place[] = [
  { path: "/articles", title: "查找", permissions: ["article.read"] },
  { path: "/articles/review", title: "审核", permissions: ["article.edit"] },
  { path: "/articles/gaps", title: "缺口", permissions: ["article.edit"] },
  { path: "/articles/recalls", title: "更正", permissions: ["article.edit", "recall.do"] },
  { path: "/articles/doubles", title: "重复与矛盾", permissions: ["article.edit"] },
  { path: "/articles/hit-tests", title: "命中测试", permissions: ["article.edit"] },
  { path: "/articles/use", title: "使用情况", permissions: ["article.edit"] },
  { path: "/articles/quizzes", title: "练习", permissions: ["article.read"] },
  { path: "/articles/import", title: "导入导出", permissions: ["article.edit"] },
];

const rowKeys: readonly Key[] = [
  { name: "ArrowDown", shown: "↑ ↓", words: "列表里上一行、下一行" },
  { name: "Enter", shown: "Enter", words: "打开这一行" },
];

/** The places of the knowledge base in one line, and the one that is open. Who has but one place sees no line. */
export function KnowledgeFrame() {
  const { permissions } = useMe();
  const mine = places.filter((place) => place.permissions.some((each) => permissions.includes(each)));
  return (
    <div className="kb">
      {mine.length > 1 && (
        <nav className="kb-places" aria-label="知识库">
          {mine.map(({ path, title }) => (
            <NavLink key={path} to={path} end={path === "/articles"}>
              {title}
            </NavLink>
          ))}
        </nav>
      )}
      <div className="kb-screen">
        <KeysProvider rows={rowKeys}>
          <Outlet />
        </KeysProvider>
      </div>
    </div>
  );
}
