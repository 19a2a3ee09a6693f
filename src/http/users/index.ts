export { changeUser } from "./change-user.ts";
export { createUser } from "./create-user.ts";
export { listUsers, shownUser } from "./list-users.ts";
export { listReviewers, reviewersById } from "./reviewers.ts";
export { ChangePassword, ChangeUser, Me, NewUser, SignIn, User } from "./schema.ts";
