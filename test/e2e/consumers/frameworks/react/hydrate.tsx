import { hydrateRoot } from 'react-dom/client';
import { Replay } from './replay';

const root = document.getElementById('root');
if (root) hydrateRoot(root, <Replay src="/recording.json" />);
