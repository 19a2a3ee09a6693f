import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { articlesApi } from "./api-articles.ts";
import { ApiError } from "./request.ts";
import type { Article, ArticleFilter } from "./types-articles.ts";

/** All that is kept in memory of the base stands below one name: a change makes it stale together. */
export const kbKey = ["kb"] as const;
export const articleKey = (id: string) => ["kb", "article", id] as const;

/** Page after page of the list; the rows stay while another filter is asked for. */
export const useArticles = (filter: ArticleFilter) =>
  useInfiniteQuery({
    queryKey: ["kb", "list", filter],
    queryFn: ({ pageParam }) => articlesApi.list({ ...filter, limit: 50, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: (old) => old,
  });

export const useCounts = () => useQuery({ queryKey: ["kb", "counts"], queryFn: articlesApi.counts });

export const useFacets = () => useQuery({ queryKey: ["kb", "facets"], queryFn: articlesApi.facets });

export const useArticle = (id: string) => useQuery({ queryKey: articleKey(id), queryFn: () => articlesApi.one(id) });

export const useArticleSearch = (text: string) =>
  useQuery({ queryKey: ["kb", "search", text], queryFn: () => articlesApi.search(text), enabled: text !== "" });

export const useBulletins = () => useQuery({ queryKey: ["kb", "bulletins"], queryFn: articlesApi.bulletins });

export const useVersions = (id: string) =>
  useQuery({ queryKey: ["kb", "versions", id], queryFn: () => articlesApi.versions(id) });

export const useDiff = (id: string, from: number, to: number | "draft", version: number) =>
  useQuery({ queryKey: ["kb", "diff", id, from, to, version], queryFn: () => articlesApi.diff(id, from, to) });

export const useNotes = (id: string) =>
  useQuery({ queryKey: ["kb", "notes", id], queryFn: () => articlesApi.notes(id) });

export const useConflictsOf = (id: string, version: number) =>
  useQuery({ queryKey: ["kb", "conflicts", id, version], queryFn: () => articlesApi.conflictsOf(id) });

/** The row as it stands, that came with a refusal because it had changed meanwhile. */
export const presentArticle = (error: unknown): Article | null =>
  error instanceof ApiError && error.status === 409 && error.present ? (error.present as Article) : null;

/** Does one thing with an article; the screen then shows what the server gave, also when somebody was first. */
export function useArticleAction<Input>(act: (input: Input) => Promise<Article>, done: string) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const put = async (article: Article) => {
    client.setQueryData(articleKey(article.id), article);
    await client.invalidateQueries({ queryKey: kbKey });
  };
  return useMutation({
    mutationFn: act,
    onSuccess: async (article) => {
      message.success(done);
      await put(article);
    },
    onError: async (error) => {
      message.error(error.message);
      const present = presentArticle(error);
      if (present) await put(present);
    },
  });
}

/** Does one thing in the base and reads anew what the screen shows of it. */
export function useKbAction<Input, Given>(act: (input: Input) => Promise<Given>, done: string | null) {
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: act,
    onSuccess: async () => {
      if (done) message.success(done);
      await client.invalidateQueries({ queryKey: kbKey });
    },
    onError: async (error) => {
      message.error(error.message);
      if (error instanceof ApiError && error.status === 409) await client.invalidateQueries({ queryKey: kbKey });
    },
  });
}
