/** What `questions.ts` answers with later: one module, so that builds keep all of it apart. */
export { copyRecording } from '../copy/copy-recording.ts';
export { entryAt, entryMarks, findEntries } from '../entries/find-entries.ts';
export { findHidden } from '../hidden/find-hidden.ts';
export { findUnmatched } from '../hidden/find-unmatched.ts';
export { findText } from '../page-text/find-text.ts';
export { scanRecording } from '../scan/scan-recording.ts';
export { findSeen } from '../seen/find-seen.ts';
