import { boolean, index, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { Role } from "../platform/access.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true });

/** The people who may sign in. Property names are those that better-auth asks for. */
export const appUser = pgTable("app_user", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  /** Asked for by better-auth; ours are made up and never written to. */
  email: text("email").notNull().unique(),
  emailVerified: boolean("email_verified").notNull().default(false),
  image: text("image"),
  username: text("username").notNull().unique(),
  role: text("role").$type<Role>().notNull(),
  /** Seat number of an agent. */
  agentId: text("agent_id"),
  /** The unit that an agency account belongs to. */
  agency: text("agency"),
  /** Set: the person cannot sign in, and open sessions are over. */
  disabledAt: instant("disabled_at"),
  createdAt: instant("created_at").notNull(),
  updatedAt: instant("updated_at").notNull(),
});

export const appSession = pgTable(
  "app_session",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => appUser.id, { onDelete: "cascade" }),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
  },
  (table) => [index("app_session_user").on(table.userId)],
);

/** How a person proves who they are; a password is kept as its scrypt hash. */
export const appAccount = pgTable(
  "app_account",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => appUser.id, { onDelete: "cascade" }),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: instant("access_token_expires_at"),
    refreshTokenExpiresAt: instant("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("app_account_user").on(table.userId)],
);

export const appVerification = pgTable(
  "app_verification",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: instant("expires_at").notNull(),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [index("app_verification_identifier").on(table.identifier)],
);
