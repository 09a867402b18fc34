import type { Card } from '../../../review/card.ts';
import type { ReviewBase } from '../../../review/decks.ts';
import type { Scope } from '../../../review/queue.ts';
import { MenuButton, MenuItem } from '../../parts/MenuButton.tsx';
import { type ManageView, manageViews } from './Manage.tsx';

export interface SessionMenuProps {
  /** The card that is asked, if one is. */
  card: Card | null;
  base: ReviewBase;
  scope: Scope;
  /** Code of the exam learned for; its domains are scopes. */
  exam: string;
  onScope: (scope: Scope) => void;
  onAct: (kind: 'bury' | 'suspend' | 'reset') => void;
  onReport: () => void;
  onOpen: (id: string) => void;
  onManage: (view: ManageView) => void;
}

/** What can be done to the card, other scopes, and the other views. */
export function SessionMenu(props: SessionMenuProps) {
  const { card, base, scope, exam, onScope, onAct, onReport, onOpen, onManage } = props;
  const domains = base.exams.find(({ code }) => code === exam)?.domains ?? [];
  return (
    <MenuButton label="Review menu">
      {card && (
        <div role="group" aria-label="This card">
          <MenuItem label="Open the note" shortcut="E" onPress={() => onOpen(card.fact)} />
          <MenuItem label="Bury until tomorrow" shortcut="B" onPress={() => onAct('bury')} />
          <MenuItem label="Suspend" shortcut="X" onPress={() => onAct('suspend')} />
          <MenuItem label="Start over with this card" onPress={() => onAct('reset')} />
          <MenuItem label="Looks wrong: copy a report" shortcut="F" onPress={onReport} />
        </div>
      )}
      <div role="group" aria-label={exam}>
        {domains.map(({ number, title }) => {
          const domain = `${exam}/${number}`;
          return (
            <MenuItem
              label={`${number} ${title}`}
              isChecked={scope.kind === 'domain' && scope.exam === domain}
              onPress={() => onScope({ kind: 'domain', exam: domain })}
            />
          );
        })}
      </div>
      {Object.entries(manageViews).map(([view, label]) => (
        <MenuItem label={label} onPress={() => onManage(view as ManageView)} />
      ))}
    </MenuButton>
  );
}
