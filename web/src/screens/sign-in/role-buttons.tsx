import type { Demo } from "../../types.ts";

type Person = Demo["roles"][number];
type Props = { roles: Person[]; isBusy: boolean; onChoose: (person: Person) => void };

/** One big button a role, for a demo that has no passwords. */
export const RoleButtons = ({ roles, isBusy, onChoose }: Props) => (
  <section aria-label="演示身份">
    <p className="quiet">演示数据，均为虚构。选一个身份进入：</p>
    <div className="role-buttons">
      {roles.map((person) => (
        <button key={person.name} type="button" disabled={isBusy} onClick={() => onChoose(person)}>
          <strong>{person.title}</strong>
          <span className="quiet">{person.name}</span>
        </button>
      ))}
    </div>
  </section>
);
