import { z } from "zod";
import { roles } from "../../platform/access.ts";

const shortestPassword = 12;
// A scrypt of a book is a way to keep the server busy.
const longestPassword = 128;

export const Username = z
  .string()
  .regex(/^[a-zA-Z0-9_.]{3,30}$/, "用户名为 3 到 30 个字母、数字、点或下划线")
  .transform((name) => name.toLowerCase());

export const Password = z
  .string()
  .min(shortestPassword, `密码至少 ${shortestPassword} 个字符`)
  .max(longestPassword, `密码不能超过 ${longestPassword} 个字符`);

const optionalLine = z.string().trim().min(1).max(100).nullish();

/** A person as an administrator enters them. */
export const NewUser = z
  .strictObject({
    username: Username,
    password: Password,
    name: z.string().trim().min(1, "姓名不能为空").max(50),
    role: z.enum(roles),
    agentId: optionalLine,
    agency: optionalLine,
  })
  .refine((user) => user.role !== "agency" || user.agency, { message: "承办单位账号必须填写单位", path: ["agency"] })
  .refine((user) => user.password.toLowerCase() !== user.username, {
    message: "密码不能与用户名相同",
    path: ["password"],
  });
export type NewUser = z.infer<typeof NewUser>;

/** A person as administrators see them. */
export const User = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  role: z.enum(roles),
  roleTitle: z.string(),
  agentId: z.string().nullable(),
  agency: z.string().nullable(),
  isDisabled: z.boolean(),
  createdAt: z.string(),
});
export type User = z.infer<typeof User>;

export const ChangeUser = z.strictObject({ isDisabled: z.boolean() });
export type ChangeUser = z.infer<typeof ChangeUser>;

// Bounds only: a wrong shape must not tell which names exist.
export const SignIn = z.strictObject({
  username: z.string().min(1).max(100),
  password: z.string().min(1).max(longestPassword),
});
export type SignIn = z.infer<typeof SignIn>;

export const ChangePassword = z.strictObject({
  currentPassword: z.string().min(1).max(longestPassword),
  newPassword: Password,
});
export type ChangePassword = z.infer<typeof ChangePassword>;

/** Who is signed in, and what their role may do. */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(roles),
  roleTitle: z.string(),
  agentId: z.string().nullable(),
  agency: z.string().nullable(),
  permissions: z.array(z.string()),
  isDemo: z.boolean(),
});
export type Me = z.infer<typeof Me>;
