import type { RouteObject } from "react-router";

/** The screens of quality, each loaded when it is opened. */
export const qualityRoutes: RouteObject = {
  path: "/quality",
  lazy: async () => ({ Component: (await import("./screens/quality/frame.tsx")).QualityFrame }),
  children: [
    { index: true, lazy: async () => ({ Component: (await import("./screens/quality/list/calls.tsx")).QaCalls }) },
    {
      path: "calls/:id",
      lazy: async () => ({ Component: (await import("./screens/quality/review/review.tsx")).Review }),
    },
    { path: "tasks", lazy: async () => ({ Component: (await import("./screens/quality/tasks/tasks.tsx")).Tasks }) },
  ],
};
