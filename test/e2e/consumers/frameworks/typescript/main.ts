import { showReplay } from './replay';

document.body.append(showReplay('/recording.json'));
