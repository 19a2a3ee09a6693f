import { NavLink, Outlet } from "react-router";
import { useMe } from "../../me.tsx";
import { placesFor } from "../../nav.ts";
import { TopBar } from "./top-bar.tsx";

/** The top bar, the places of this role, and the screen. */
export function Frame() {
  const me = useMe();
  return (
    <div className="frame">
      <TopBar />
      <nav className="side" aria-label="主导航">
        {placesFor(me).map(({ path, title }) => (
          <NavLink key={path} to={path}>
            {title}
          </NavLink>
        ))}
      </nav>
      <main className="screen">
        <Outlet />
      </main>
    </div>
  );
}
