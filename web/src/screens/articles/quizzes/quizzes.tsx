import { useMay } from "../../../me.tsx";
import { ManageQuizzes } from "./manage-quizzes.tsx";
import { Practice } from "./practice.tsx";

/** Questions made from articles: editors look them over, everybody else practises. */
export const Quizzes = () => (useMay("article.edit") ? <ManageQuizzes /> : <Practice />);
