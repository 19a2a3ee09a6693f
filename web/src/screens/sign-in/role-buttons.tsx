import type { Demo, Role } from "../../types.ts";

type Props = { roles: Demo["roles"]; isBusy: boolean; onChoose: (role: Role) => void };

/** One big button a role, for a demo that has no passwords. */
export const RoleButtons = ({ roles, isBusy, onChoose }: Props) => (
  <section aria-label="演示身份">
    <p className="quiet">演示数据，均为虚构。选一个身份进入：</p>
    <div className="role-buttons">
      {roles.map(({ role, title, name }) => (
        <button key={role} type="button" disabled={isBusy} onClick={() => onChoose(role)}>
          <strong>{title}</strong>
          <span className="quiet">{name}</span>
        </button>
      ))}
    </div>
  </section>
);
