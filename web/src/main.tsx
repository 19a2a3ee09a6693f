import { QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App, ConfigProvider } from "antd";
import zhCN from "antd/locale/zh_CN";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { RouterProvider } from "react-router";
import { ApiError } from "./request.ts";
import { router } from "./routes.tsx";
import { calmTheme } from "./theme.ts";
import "./style/index.css";

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    // Whoever finds the session gone is asked to sign in again.
    onError: (error, { queryKey }) => {
      const isOut = error instanceof ApiError && error.status === 401;
      if (isOut && queryKey[0] !== "me") void client.invalidateQueries({ queryKey: ["me"] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Only a lost line is worth a second try: the server's own answer stays the same.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
    },
  },
});

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <ConfigProvider locale={zhCN} theme={calmTheme} button={{ autoInsertSpace: false }}>
        <App message={{ maxCount: 2 }}>
          <QueryClientProvider client={client}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </App>
      </ConfigProvider>
    </StrictMode>,
  );
