import { renderToString } from 'react-dom/server';
import { Replay } from './replay';

export const rendered = renderToString(<Replay src="/recording.json" />);
