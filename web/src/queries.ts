import { useQuery } from "@tanstack/react-query";
import { api } from "./api.ts";
import { ApiError } from "./request.ts";

/** Names of what is kept in memory; `live.tsx` makes them stale when the server says so. */
export const keys = {
  calls: ["calls"] as const,
  call: (id: string) => ["call", id] as const,
  /** Apart from the calls: reading a sealed case leaves an audit entry, so only what is of the case asks for it again. */
  case: (id: string) => ["case", id] as const,
  /** Below its call: what makes the call stale makes its order stale. */
  order: (callId: string, id: string) => ["call", callId, "order", id] as const,
};

export const useCalls = (direction?: "callback") =>
  useQuery({
    queryKey: [...keys.calls, direction ?? "all"],
    queryFn: () => api.calls(direction ? { direction, limit: 200 } : { limit: 200 }),
  });

/** While a call is on the screen one hears of that call only: the newest is asked for. */
const askNewestMs = 3_000;

/** The newest call that is no callback, or null. */
export const useNewestCall = (isOn: boolean) =>
  useQuery({
    queryKey: [...keys.calls, "newest"],
    queryFn: async () =>
      (await api.calls({ limit: 10 })).items.find(({ direction }) => direction !== "callback") ?? null,
    enabled: isOn,
    refetchInterval: askNewestMs,
  });

const askAwaitedMs = 2_000;

/** A call. One that is awaited (it rings, and its first words are not here yet) is asked for until it is there. */
export const useCall = (id: string, isAwaited = false) =>
  useQuery({
    queryKey: keys.call(id),
    queryFn: () => api.call(id),
    enabled: id !== "",
    refetchInterval: ({ state }) => (isAwaited && isNotThere(state.error) ? askAwaitedMs : false),
  });

/** Not there, or not to be seen by this person: the server does not tell which. */
export const isNotThere = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

export const useOrderHistory = (callId: string, id: string) =>
  useQuery({ queryKey: keys.order(callId, id), queryFn: () => api.order(id) });

export const useCity = () => useQuery({ queryKey: ["city"], queryFn: api.city, staleTime: Number.POSITIVE_INFINITY });

export const useAudit = () => useQuery({ queryKey: ["audit"], queryFn: api.audit });

export const useUsers = () => useQuery({ queryKey: ["users"], queryFn: api.users });
