import { useQuery } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext } from "react";
import { Navigate, useLocation } from "react-router";
import { api } from "./api.ts";
import { LoadFailed } from "./parts/load-failed.tsx";
import { Loading } from "./parts/loading.tsx";
import { ApiError } from "./request.ts";
import type { Me, Permission } from "./types.ts";

const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only below `SignedIn`. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error("useMe outside SignedIn");
  return me;
}

export const useMay = (permission: Permission): boolean => useMe().permissions.includes(permission);

/** Shows its children to a signed-in person, and the sign-in page to everyone else. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery({ queryKey: ["me"], queryFn: api.me, staleTime: 60_000 });
  const { pathname, search } = useLocation();
  if (error instanceof ApiError && error.status === 401)
    return <Navigate to={`/sign-in?from=${encodeURIComponent(pathname + search)}`} replace />;
  if (data) return <MeContext value={data}>{children}</MeContext>;
  if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />;
  return <Loading rows={6} />;
}
