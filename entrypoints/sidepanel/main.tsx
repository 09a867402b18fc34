import 'virtual:tokens.css';
import '@/ui/parts/parts.css';
import { render } from 'preact';
import { Panel } from '@/ui/panel/Panel.tsx';

render(<Panel surface="browser" />, document.body);
