/**
 * Who may import whom in `src/`. Types count: what is known of a class ties to it as much as calling it does.
 * `npm run lint` prints the comment of a rule that is broken.
 */

/** Core's folders, each may import from those before it. Files directly in `core/` are at the bottom. */
const CORE = [
  ['rrweb', 'text', 'webvtt'],
  ['source', 'unpack'],
  ['decode'],
  ['formats'],
  ['mobile'],
  ['repair'],
  ['adapt-css', 'block-assets', 'cost', 'hide', 'masked-inputs'],
  ['seek'],
  ['store'],
  ['annotations', 'changes', 'hidden', 'scan', 'redact', 'export', 'entries', 'page-text'],
  ['copy', 'seen'],
  ['transcript', 'checks'],
  ['engine'],
];
/** What stands on top of core's folders. */
const CORE_ENTRY = '^src/core/(index|open-recording)\\.ts$';

const folders = (names) => `^src/core/(${names.join('|')})/`;
const none = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const core = [
  ...CORE.map((names, i) =>
    none(
      `core-${names.join('-')}-looks-down`,
      `core/${names.join(' and core/')} may only import from folders below: ${CORE.slice(0, i).flat().join(', ') || 'none'}, and from files directly in core/.`,
      { path: folders(names) },
      { path: folders([...CORE.slice(i + 1).flat()]) + `|${CORE_ENTRY}` },
    ),
  ),
  ...['annotations', 'changes', 'hidden', 'scan', 'redact', 'export', 'entries', 'page-text'].map((name) =>
    none(
      `question-${name}-stands-alone`,
      'Questions do not import each other. What two of them need belongs to a folder below, what joins them to core/copy.',
      { path: folders([name]) },
      {
        path: folders(
          ['annotations', 'changes', 'hidden', 'scan', 'redact', 'export', 'entries', 'page-text'].filter(
            (other) => other !== name,
          ),
        ),
      },
    ),
  ),
  none(
    'core-base-stands-alone',
    'Files directly in core/ are what all its folders build on: they import none of them, but for index.ts and open-recording.ts.',
    { path: '^src/core/[^/]+\\.ts$', pathNot: CORE_ENTRY },
    { path: `^src/core/[^/]+/|${CORE_ENTRY}` },
  ),
  none(
    'core-stands-alone',
    'core/ runs in Node, workers and pages: it imports nothing of src/ outside of itself.',
    { path: '^src/core/', pathNot: CORE_ENTRY },
    { path: '^src/', pathNot: '^src/core/' },
  ),
  none(
    'core-entry-speaks-english',
    'The entry of core/ puts its codes into words, and reads in a worker where that is asked for; of src/ outside of core/ it imports nothing else.',
    { path: CORE_ENTRY },
    { path: '^src/', pathNot: '^src/(core|locale)/|^src/worker/read-in-worker\\.ts$' },
  ),
  none(
    'core-needs-no-node',
    'core/ must be bundled for browsers: what Node.js has is asked for at run time (source/core-source.ts).',
    { path: '^src/core/' },
    { dependencyTypes: ['core'] },
  ),
];

const SHOWN = ['masks', 'overlays', 'controls', 'panels'];
const around = [
  none(
    'worker-looks-down',
    'worker/ puts core behind messages and knows nothing else.',
    { path: '^src/worker/' },
    { path: '^src/', pathNot: '^src/(core|worker)/' },
  ),
  none(
    'rrweb-view-looks-down',
    'rrweb-view/ shows what core and the worker give it; session/ drives it, not the other way round.',
    { path: '^src/rrweb-view/' },
    { path: '^src/', pathNot: '^src/(core|worker|rrweb-view)/' },
  ),
  none(
    'session-looks-down',
    'session/ is what a media element is without an interface: it imports core, worker, rrweb-view and words.',
    { path: '^src/session/' },
    { path: '^src/', pathNot: '^src/(core|worker|rrweb-view|session|locale|copies)/' },
  ),
  none(
    'tracks-look-down',
    'tracks/ knows the cues of a recording, and nothing of who plays or shows it: it imports core alone.',
    { path: '^src/tracks/' },
    { path: '^src/', pathNot: '^src/(core|tracks)/' },
  ),
  none(
    'library-keeps-data',
    'library/ keeps recordings, and reads and writes archives of them, for whoever shows them: of src/ it imports core alone.',
    { path: '^src/library/' },
    { path: '^src/', pathNot: '^src/(core|library)/' },
  ),
  none(
    'record-keeps-what-is-recorded',
    'record/ goes into pages that are recorded, and has to be small there: of src/ it imports core and library.',
    { path: '^src/record/' },
    { path: '^src/', pathNot: '^src/(core|library|record)/' },
  ),
  none(
    'record-stands-apart',
    'Pages that show recordings need nothing that records them.',
    { path: '^src/', pathNot: '^src/record/' },
    { path: '^src/record/|(^|/)@rrweb/record(/|$)' },
  ),
  none(
    'command-line-asks-core',
    'cli/ is what the core can do, on a command line: of src/ it imports core, words and what writes copies.',
    { path: '^src/cli/' },
    { path: '^src/', pathNot: '^src/(cli|core|locale|copies)/' },
  ),
  none(
    'command-line-is-on-top',
    'cli/ is for Node.js: nothing that runs in a browser imports it.',
    { path: '^src/', pathNot: '^src/cli/' },
    { path: '^src/cli/' },
  ),
  none(
    'words-look-down',
    'locale/ puts into words what core says, in codes; it knows no element and no session.',
    { path: '^src/locale/' },
    { path: '^src/', pathNot: '^src/(core|locale)/' },
  ),
  none(
    'embed-speaks-of-data',
    'embed/ knows the messages of an embed and a player by its properties: of src/ it imports core and the events of the player.',
    { path: '^src/embed/' },
    { path: '^src/', pathNot: '^src/(core|embed)/|^src/events\\.ts$' },
  ),
  none(
    'interface-only-shows',
    'Elements show a state and dispatch requests: of session/, rrweb-view/ and worker/ they know types alone.',
    { path: `^src/(${SHOWN.join('|')}|styles)/` },
    { path: '^src/(session|rrweb-view|worker)/', dependencyTypesNot: ['type-only'] },
  ),
  ...SHOWN.map((name) =>
    none(
      `${name}-stand-alone`,
      `${name}/ does not know the other elements: what they share belongs to styles/, locale/ or events.ts.`,
      { path: `^src/${name}/`, pathNot: '^src/controls/elements\\.ts$' },
      { path: `^src/(${SHOWN.filter((other) => other !== name).join('|')})/` },
    ),
  ),
  none(
    'elements-are-wired',
    'Elements dispatch requests: what keys, links and pictures do about them is for the player to wire.',
    { path: `^src/(${SHOWN.join('|')})/` },
    { path: '^src/(keys|links|pictures)/' },
  ),
  none(
    'steps-and-stage-are-told',
    'Of elements, panels alone lead to moments and change what a press on the page does; all others dispatch requests.',
    { path: '^src/(masks|overlays|controls)/' },
    { path: '^src/(steps|stage)/' },
  ),
  none(
    'steps-look-down',
    'steps/ lead a player to a moment of its session: they know no element.',
    { path: '^src/steps/' },
    { path: '^src/', pathNot: '^src/(core|worker|session|steps)/' },
  ),
  none(
    'stage-looks-down',
    'stage/ is what a user does on the replayed page, whatever panel is open and whichever keys there are.',
    { path: '^src/stage/' },
    { path: '^src/(panels|keys|steps|links|pictures)/' },
  ),
  none(
    'entries-are-on-top',
    'Nothing imports the entries and the elements that put everything together but these themselves.',
    { path: '^src/[^/]+/', pathNot: '^src/types/' },
    {
      path: '^src/(index|define|portable-replay-element|replay-media-element|media-names-element|recording-element)\\.ts$',
    },
  ),
  none(
    'typings-are-types',
    'types/ tells frameworks what the element is: it has types alone, and nothing else needs it.',
    { path: '^src/types/' },
    { dependencyTypesNot: ['type-only'] },
  ),
  none(
    'typings-are-on-top',
    'types/ tells frameworks what the element is: it has types alone, and nothing else needs it.',
    { path: '^src/', pathNot: '^src/types/' },
    { path: '^src/types/' },
  ),
  none(
    'rrweb-player-in-one-place',
    'Only rrweb-view/ touches rrweb-player: its inside is nobody else’s business.',
    { path: '^src/', pathNot: '^src/rrweb-view/' },
    { path: '(^|/)(rrweb-player|@rrweb/replay)(/|$)' },
  ),
  none(
    'rrweb-types-in-two-places',
    'Numbers of rrweb’s events and nodes are for core/ and rrweb-view/; all others ask these.',
    { path: '^src/', pathNot: '^src/(core|rrweb-view)/' },
    { path: '(^|/)@rrweb/types(/|$)' },
  ),
  none(
    'no-cycles',
    'Modules that import each other cannot be understood, tested or moved apart.',
    {},
    { circular: true },
  ),
];

module.exports = {
  forbidden: [...core, ...around],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
