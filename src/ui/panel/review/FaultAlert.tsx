import { exportText } from '../../../platform/ask-review.ts';
import { Alert } from '../../parts/Alert.tsx';
import { download } from './download.ts';
import type { Fault } from './use-session.ts';

const texts: Record<Fault['why'], string> = {
  'storage-full': 'The browser is out of space for this extension. Nothing is lost: the card stays due.',
  'storage-failed':
    'The browser could not write to its database. Nothing is lost: the card stays due. If it happens again, restart the browser.',
  'answered-elsewhere': 'It was answered elsewhere.',
};

/** Something was not stored: what happened, what it means, what can be done. */
export const FaultAlert = ({ fault }: { fault: Fault }) => (
  <Alert title="Your answer was not saved">
    <p>{texts[fault.why]}</p>
    <p class="actions">
      <button type="button" class="button" onClick={fault.retry}>
        Try again
      </button>
      <button
        type="button"
        class="link-button"
        onClick={() => void exportText().then((text) => download('sidecar.json', text))}
      >
        Export my data
      </button>
    </p>
    <p class="small">
      Details for a report: <code>{fault.why}</code>
    </p>
  </Alert>
);
