import { useState } from "react";
import { useSearchParams } from "react-router";
import { useMe } from "../../../me.tsx";
import { fromLocal, toLocal } from "../../../parts/moments.ts";
import { Editor } from "./editor.tsx";
import { tonight } from "./facts-fields.tsx";
import { emptyFields } from "./fields.ts";
import { useForm } from "./use-form.ts";
import { useSave } from "./use-save.ts";

/** An article that is not in the base yet: it gets there when it is saved the first time. */
export function NewArticle() {
  const me = useMe();
  const [search] = useSearchParams();
  const isBulletin = search.has("bulletin");
  const [given] = useState(() => {
    const now = fromLocal(toLocal(new Date().toISOString()));
    return emptyFields(isBulletin, isBulletin ? now : null, isBulletin ? tonight(Date.now()) : null);
  });
  const form = useForm(`${me.id}.${isBulletin ? "new-bulletin" : "new"}`, given, 0);
  const saving = useSave(form, null);
  return <Editor form={form} article={null} saving={saving} />;
}
