import 'virtual:tokens.css';
import '@/ui/parts/parts.css';
import { render } from 'preact';
import { Popup } from '@/ui/popup/Popup.tsx';

render(<Popup />, document.body);
