import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { articlesApi } from "../../../api-articles.ts";
import { articleKey, kbKey, presentArticle } from "../../../queries-articles.ts";
import type { Article, ArticleFields } from "../../../types-articles.ts";
import { faultOf, fieldsOf } from "./fields.ts";
import { changed, type Form } from "./use-form.ts";

export type Saving = ReturnType<typeof useSave>;

/**
 * Saves what is typed, and sends it for check. When somebody saved first, `conflict` is the row as it stands; what is
 * typed stays, and goes on against that row only when its author says so.
 */
export function useSave(form: Form<ArticleFields>, article: Article | null) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [conflict, setConflict] = useState<Article | null>(null);
  // What else the screen shows is read anew meanwhile: nobody waits for it.
  const put = (row: Article) => {
    client.setQueryData(articleKey(row.id), row);
    void client.invalidateQueries({ queryKey: kbKey });
  };
  const save = async (): Promise<Article> => {
    const { value } = form;
    const row = article ? await saveChanges(article.id, form) : await articlesApi.create(value);
    form.saved(value, row.version);
    setConflict(null);
    return row;
  };
  const leaveNew = async (row: Article) => {
    if (!article) await navigate(`/articles/${encodeURIComponent(row.id)}/edit`, { replace: true });
  };
  const onError = (error: Error) => {
    const present = presentArticle(error);
    if (present && present.version !== form.base) setConflict(present);
    else message.error(error.message);
  };
  const saving = useMutation({
    mutationFn: save,
    onSuccess: async (row) => {
      message.success("已保存");
      put(row);
      await leaveNew(row);
    },
    onError,
  });
  const submitting = useMutation({
    mutationFn: async () => {
      const row = form.isChanged || !article ? await save() : article;
      put(row);
      return articlesApi.submit(row.id, row.version);
    },
    onSuccess: async (row) => {
      message.success("已送审");
      put(row);
      await navigate(`/articles/${encodeURIComponent(row.id)}`);
    },
    onError,
  });
  const fault = faultOf(form.value);
  const unlessFaulty = (act: () => void) => () => (fault ? void message.warning(fault) : act());
  return {
    conflict,
    isBusy: saving.isPending || submitting.isPending,
    save: unlessFaulty(() => saving.mutate()),
    submit: unlessFaulty(() => submitting.mutate()),
    /** What is typed will replace what the other person saved. */
    keepMine: () => {
      if (conflict) form.rebase(fieldsOf(conflict), conflict.version);
      setConflict(null);
    },
    takeTheirs: async () => {
      if (conflict) form.reset(fieldsOf(conflict), conflict.version);
      setConflict(null);
      if (conflict) put(conflict);
    },
  };
}

/** Saves what differs. A row that only went a step further meanwhile (checked, published) holds the same words: no conflict. */
async function saveChanges(id: string, { held, value, base }: Form<ArticleFields>): Promise<Article> {
  const changes = changed(held, value);
  try {
    return await articlesApi.edit(id, base, changes);
  } catch (error) {
    const present = presentArticle(error);
    if (!present || present.version === base) throw error;
    const theirs = Object.keys(changed(held, fieldsOf(present)));
    // Publishing sets the day of the next look by itself.
    if (theirs.some((name) => name !== "reviewDueAt" || name in changes)) throw error;
    return articlesApi.edit(id, present.version, changes);
  }
}
