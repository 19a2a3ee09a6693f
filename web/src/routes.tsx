import { createBrowserRouter, Navigate, Outlet } from "react-router";
import { Live } from "./live.tsx";
import { SignedIn, useMe } from "./me.tsx";
import { homeOf } from "./nav.ts";
import { RouteFailed } from "./parts/route-failed.tsx";
import { articleRoutes } from "./routes-articles.tsx";
import { callbackRoutes, trendRoute } from "./routes-callbacks.tsx";
import { qualityRoutes } from "./routes-quality.tsx";

const Home = () => <Navigate to={homeOf(useMe())} replace />;

const Inside = () => (
  <SignedIn>
    <Live>
      <Outlet />
    </Live>
  </SignedIn>
);

/** Each screen is a file of its own that is loaded when it is opened. */
export const router = createBrowserRouter([
  {
    ErrorBoundary: RouteFailed,
    HydrateFallback: () => null,
    children: [
      { path: "/sign-in", lazy: async () => ({ Component: (await import("./screens/sign-in/sign-in.tsx")).SignIn }) },
      {
        Component: Inside,
        children: [
          { path: "/panel", lazy: async () => ({ Component: (await import("./screens/panel/panel.tsx")).Panel }) },
          {
            lazy: async () => ({ Component: (await import("./screens/frame/frame.tsx")).Frame }),
            children: [
              { index: true, path: "/", Component: Home },
              { path: "/calls", lazy: async () => ({ Component: (await import("./screens/calls/calls.tsx")).Calls }) },
              {
                path: "/calls/:id",
                lazy: async () => ({ Component: (await import("./screens/desk/desk-screen.tsx")).DeskScreen }),
              },
              callbackRoutes,
              trendRoute,
              { path: "/queue", lazy: async () => ({ Component: (await import("./screens/queue/queue.tsx")).Queue }) },
              {
                path: "/agency",
                lazy: async () => ({ Component: (await import("./screens/agency/agency.tsx")).Agency }),
              },
              qualityRoutes,
              articleRoutes,
              { path: "/audit", lazy: async () => ({ Component: (await import("./screens/audit/audit.tsx")).Audit }) },
              { path: "/users", lazy: async () => ({ Component: (await import("./screens/users/users.tsx")).Users }) },
              { path: "*", Component: Home },
            ],
          },
        ],
      },
    ],
  },
]);
