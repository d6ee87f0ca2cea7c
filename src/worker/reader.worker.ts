/** The worker's script: reads recordings for the page that started it. */
import serveRecordings from './serve-recordings.ts';

serveRecordings(self, 'worker');
