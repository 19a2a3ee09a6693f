import { NavLink, Outlet } from "react-router";
import { useMe } from "../../me.tsx";
import { type Key, KeysProvider } from "../../parts/keys.tsx";
import type { Permission } from "../../types.ts";

type Place = { path: string; title: string; permission: Permission };

/** The places of the callback desk, each for those who may work there. */
const places: readonly Place[] = [
  { path: "/callbacks", title: "待回访", permission: "callback.read" },
  { path: "/callbacks/calls", title: "回访通话", permission: "callback.read" },
  { path: "/callbacks/rates", title: "三率", permission: "callback.rates" },
  { path: "/callbacks/add", title: "加入回访", permission: "callback.add" },
];

const rowKeys: readonly Key[] = [
  { name: "ArrowDown", shown: "↑ ↓", words: "列表里上一行、下一行" },
  { name: "Enter", shown: "Enter", words: "打开这一行" },
];

/** The places of the callback desk in one line, and the one that is open. */
export function CallbackFrame() {
  const { permissions } = useMe();
  const mine = places.filter(({ permission }) => permissions.includes(permission));
  return (
    <div className="kb">
      <nav className="kb-places" aria-label="回访">
        {mine.map(({ path, title }) => (
          <NavLink key={path} to={path} end={path === "/callbacks"}>
            {title}
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
