import 'virtual:tokens.css';
import '@/ui/parts/parts.css';
import { render } from 'preact';
import { reportFromHash } from '@/platform/messages.ts';
import { Panel } from '@/ui/panel/Panel.tsx';

render(<Panel surface="browser" first={reportFromHash(location.hash)} />, document.body);
