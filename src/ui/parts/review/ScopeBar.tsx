import type { Scope } from '../../../review/queue.ts';

export interface ScopeBarProps {
  /** Scopes of the open page and the widest, with how many cards wait in each. */
  scopes: { scope: Scope; label: string; count: number }[];
  scope: Scope;
  onScope: (scope: Scope) => void;
}

/** Whether two scopes are of the same cards. */
export const isSameScope = (one: Scope, other: Scope): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What is reviewed: a group of radio buttons that look like one bar. */
export const ScopeBar = ({ scopes, scope, onScope }: ScopeBarProps) => (
  <fieldset class="scopes">
    <legend class="unseen">Review</legend>
    {scopes.map(({ scope: own, label, count }) => (
      <label>
        <input
          type="radio"
          name="scope"
          class="unseen"
          checked={isSameScope(own, scope)}
          onChange={() => onScope(own)}
        />
        <span class="scope">
          <span class="scope-name">{label}</span> <span>{count}</span>
        </span>
      </label>
    ))}
  </fieldset>
);
