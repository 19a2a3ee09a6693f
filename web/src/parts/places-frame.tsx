import type { ReactNode } from "react";
import { NavLink, Outlet, useLocation } from "react-router";
import { useMe } from "../me.tsx";
import type { Permission } from "../types.ts";
import { type Key, KeysProvider } from "./keys.tsx";

/** A place of a desk, for whoever has one of the permissions; `waiting` stands behind its title. */
export type Place = { path: string; title: string; permissions: readonly Permission[]; waiting?: ReactNode };

const rowKeys: readonly Key[] = [
  { name: "ArrowDown", shown: "↑ ↓", words: "列表里上一行、下一行" },
  { name: "Enter", shown: "Enter", words: "打开这一行" },
];

/** The places of a desk in one line, and the one that is open. Who has but one place sees no line. */
export function PlacesFrame({ title, places }: { title: string; places: readonly Place[] }) {
  const { permissions } = useMe();
  const { pathname } = useLocation();
  const mine = places.filter((place) => place.permissions.some((each) => permissions.includes(each)));
  const here = placeOf(mine, pathname);
  return (
    <div className="kb">
      {mine.length > 1 && (
        <nav className="kb-places" aria-label={title}>
          {mine.map((place) => (
            <NavLink key={place.path} to={place.path} className={place === here ? "active" : ""} end>
              {place.title}
              {place.waiting}
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

/** What is opened from a list stands below the list's place: the longest path that leads there. */
function placeOf(places: readonly Place[], pathname: string): Place | undefined {
  const leading = places.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return leading.sort((a, b) => b.path.length - a.path.length)[0];
}
