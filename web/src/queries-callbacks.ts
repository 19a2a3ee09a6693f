import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import {
  type CaseFilter,
  callbacksApi,
  type QaTrendAsked,
  type RatesAsked,
  type RateTrendAsked,
} from "./api-callbacks.ts";
import { keys } from "./queries.ts";
import { ApiError } from "./request.ts";
import type { CaseDetail, Difference } from "./types-callbacks.ts";

/** Plans change with the hour: the list is asked for again in this time. */
const askPlansMs = 60_000;

const cases = ["callbacks"] as const;

export const useCases = (filter: CaseFilter) =>
  useQuery({
    queryKey: [...cases, "list", filter],
    queryFn: () => callbacksApi.list(filter),
    placeholderData: (old) => old,
    refetchInterval: askPlansMs,
  });

export const useCase = (id: string) =>
  useQuery({
    queryKey: keys.case(id),
    queryFn: () => callbacksApi.one(id),
    // Every reading of a sealed case is on record (R-V7), and its plan does not change with the hour.
    refetchInterval: ({ state }) => (state.data?.sealed ? false : askPlansMs),
  });

export const useChoices = () =>
  useQuery({
    queryKey: [...cases, "choices"],
    queryFn: callbacksApi.choices,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useScript = (id: string, script: string | null) =>
  useQuery({
    queryKey: [...cases, "script", id, script],
    queryFn: () => callbacksApi.script(id, script),
    placeholderData: (old) => old,
  });

export const useDialogue = (callId: string) =>
  useQuery({ queryKey: [...keys.call(callId), "dialogue"], queryFn: () => callbacksApi.dialogue(callId) });

export const useRates = (asked: RatesAsked) =>
  useQuery({
    queryKey: [...cases, "rates", asked],
    queryFn: () => callbacksApi.rates(asked),
    placeholderData: (old) => old,
  });

/** The differences with which the server stopped a record, or null. */
export function differencesIn(error: unknown): Difference[] | null {
  if (!(error instanceof ApiError) || error.status !== 409) return null;
  const present = error.present as { differences?: Difference[] } | undefined;
  return present?.differences ?? null;
}

/** Does one thing with a case; the screens then show what the server gave. A record that was stopped tells of it itself. */
export function useCaseAction<Input>(act: (input: Input) => Promise<CaseDetail>, done: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: act,
    onSuccess: async (one) => {
      message.success(done);
      client.setQueryData(keys.case(one.id), one);
      await client.invalidateQueries({ queryKey: cases });
    },
    onError: async (error) => {
      if (differencesIn(error)) return;
      message.error(error.message);
      await client.invalidateQueries({ queryKey: ["case"] });
    },
  });
}

export const useRateTrend = (asked: RateTrendAsked) =>
  useQuery({
    queryKey: [...cases, "trend", asked],
    queryFn: () => callbacksApi.rateTrend(asked),
    placeholderData: (old) => old,
  });

export const useQaTrend = (asked: QaTrendAsked) =>
  useQuery({
    queryKey: ["qa", "trend", asked],
    queryFn: () => callbacksApi.qaTrend(asked),
    placeholderData: (old) => old,
  });
