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
    {
      path: "appeals",
      lazy: async () => ({ Component: (await import("./screens/quality/appeals/appeals.tsx")).Appeals }),
    },
    { path: "plans", lazy: async () => ({ Component: (await import("./screens/quality/plans/plans.tsx")).Plans }) },
    {
      path: "agreement",
      lazy: async () => ({ Component: (await import("./screens/quality/agreement/agreement.tsx")).AgreementScreen }),
    },
    {
      path: "agreement/:id",
      lazy: async () => ({
        Component: (await import("./screens/quality/agreement/calibration.tsx")).CalibrationScreen,
      }),
    },
    { path: "items", lazy: async () => ({ Component: (await import("./screens/quality/items/items.tsx")).Items }) },
    { path: "seats", lazy: async () => ({ Component: (await import("./screens/quality/seats/seats.tsx")).Seats }) },
    {
      path: "results",
      lazy: async () => ({ Component: (await import("./screens/quality/results/results.tsx")).Results }),
    },
    {
      path: "rescores",
      lazy: async () => ({ Component: (await import("./screens/quality/rescores/rescores.tsx")).Rescores }),
    },
    {
      path: "notes",
      lazy: async () => ({ Component: (await import("./screens/quality/notes/notes.tsx")).CoachingNotes }),
    },
  ],
};
