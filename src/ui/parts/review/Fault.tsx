import { Icon } from '../Icon.tsx';

/** What is wrong with a field, below it; read aloud when it appears. */
export function Fault({ id, children }: { id: string; children: string | false | null }) {
  return (
    <div role="alert">
      {children && (
        <p class="fault" id={id}>
          <Icon name="warning" />
          <span>{children}</span>
        </p>
      )}
    </div>
  );
}
