import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { qualityApi } from "./api-quality.ts";
import { ApiError } from "./request.ts";
import type { Appeal, QaFilter } from "./types-quality.ts";

/** All that is kept in memory of quality stands below one name. */
export const qaKey = ["qa"] as const;
export const qaCallKey = (id: string) => ["qa", "call", id] as const;

const pageRows = 50;

/** Page after page of scored calls; the rows stay while another filter is asked for. */
export const useQaCalls = (filter: QaFilter) =>
  useInfiniteQuery({
    queryKey: ["qa", "calls", filter],
    queryFn: ({ pageParam }) => qualityApi.calls({ ...filter, limit: pageRows, offset: pageParam }),
    initialPageParam: 0,
    getNextPageParam: ({ total }, pages) => {
      const shown = pages.reduce((sum, { items }) => sum + items.length, 0);
      return shown < total ? shown : undefined;
    },
    placeholderData: (old) => old,
  });

/**
 * A scored call. Every reading is on record: it is asked for when it is opened or an event names it, not when a window comes to
 * the front.
 */
export const useQaCall = (id: string) =>
  useQuery({
    queryKey: qaCallKey(id),
    queryFn: () => qualityApi.call(id),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

export const useSeats = (isOn = true) =>
  useQuery({ queryKey: ["qa", "seats"], queryFn: qualityApi.seats, enabled: isOn });

export const useItems = (isOn = true) =>
  useQuery({ queryKey: ["qa", "items"], queryFn: qualityApi.items, enabled: isOn });

export const useAppeals = (state: Appeal["state"], isOn = true) =>
  useQuery({ queryKey: ["qa", "appeals", state], queryFn: () => qualityApi.appeals({ state }), enabled: isOn });

export const useCoaching = (isOn = true) =>
  useQuery({ queryKey: ["qa", "notes"], queryFn: qualityApi.notes, enabled: isOn });

export const useMyTasks = (isOn = true) =>
  useQuery({
    queryKey: ["qa", "tasks", "mine"],
    queryFn: () => qualityApi.tasks({ mine: "true", state: "进行中", limit: 200 }),
    enabled: isOn,
  });

/** Does one thing and reads anew what the screen shows of quality; waveforms never change. */
export function useQaAction<Input, Given>(act: (input: Input) => Promise<Given>, done: string | null) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const refresh = () =>
    client.invalidateQueries({ queryKey: qaKey, predicate: ({ queryKey }) => queryKey[1] !== "peaks" });
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      if (done) message.success(done);
      await refresh();
    },
    onError: async (error) => {
      message.error(error.message);
      if (error instanceof ApiError && error.status === 409) await refresh();
    },
  });
}
