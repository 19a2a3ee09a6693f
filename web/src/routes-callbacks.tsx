import type { RouteObject } from "react-router";

/** The callback desk, each screen loaded when it is opened. A call stands at `:id`, a case at `cases/:id`. */
export const callbackRoutes: RouteObject = {
  path: "/callbacks",
  lazy: async () => ({ Component: (await import("./screens/callbacks/frame.tsx")).CallbackFrame }),
  children: [
    { index: true, lazy: async () => ({ Component: (await import("./screens/callbacks/list/cases.tsx")).Cases }) },
    {
      path: "calls",
      lazy: async () => ({ Component: (await import("./screens/callbacks/call/callbacks.tsx")).Callbacks }),
    },
    {
      path: "rates",
      lazy: async () => ({ Component: (await import("./screens/callbacks/rates/rates.tsx")).RatesScreen }),
    },
    {
      path: "add",
      lazy: async () => ({ Component: (await import("./screens/callbacks/add/add-cases.tsx")).AddCases }),
    },
    {
      path: "cases/:id",
      lazy: async () => ({ Component: (await import("./screens/callbacks/case/case-screen.tsx")).CaseScreen }),
    },
    {
      path: ":id",
      lazy: async () => ({ Component: (await import("./screens/callbacks/call/callback.tsx")).Callback }),
    },
  ],
};

export const trendRoute: RouteObject = {
  path: "/trends",
  lazy: async () => ({ Component: (await import("./screens/trends/trends.tsx")).Trends }),
};
