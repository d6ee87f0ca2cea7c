import { custom, incremental, type Json, plugin, START } from './session.ts';

const REQUEST = {
  name: 'text',
  entryType: 'resource',
  initiatorType: 'fetch',
  method: 'POST',
  status: 200,
  responseStatus: 200,
  startTime: 1,
  endTime: 1,
  timeOrigin: 1,
  timestamp: 1,
  duration: 1,
  transferSize: 1,
  isInitial: true,
  requestHeaders: { cookie: 'text' },
  responseHeaders: { any: 'text' },
  requestBody: 'text',
  responseBody: 'text',
};
const MOVE = { positions: [{ x: 1, y: 1, id: 1, timeOffset: 1 }] };
const FRAME = {
  rr_type: 'ImageBitmap',
  args: [{ rr_type: 'Blob', data: [{ rr_type: 'ArrayBuffer', base64: 'text' }] }],
};

/** What PostHog's recorders, Sentry's and old ones write that rrweb's types do not name. */
export const OTHER_EVENTS: readonly Json[] = [
  plugin(1, 'network', { requests: [REQUEST, { any: 'text', id: 1 }], isInitial: true }),
  plugin(1, 'console', { level: 'log', trace: ['text'], payload: ['text', '{"a":"text"}'] }),
  plugin(1, 'console', { level: 'info', payload: 'text' }),
  plugin(1, 'other', { id: 1, base64: 'text', type: 'text' }),
  custom(1, '$pageview', { href: 'text' }),
  custom(1, '$url_changed', { href: 'text' }),
  custom(1, '$remote_config_received', { enabled: true, masking: { id: 1 }, sampleRate: 1 }),
  custom(1, '$session_options', { sessionRecordingOptions: { blockClass: 'text' }, activePlugins: ['text'] }),
  custom(1, '$posthog_config', { config: { token: 'text', timeout: 1 } }),
  custom(1, '$recording_started', { reason: 'text', matchedUrl: 'text' }),
  custom(1, '$session_id_change', {
    sessionId: 'text',
    windowId: 'text',
    changeReason: { noSessionId: true },
  }),
  custom(1, '$session_ending', { currentSessionId: 'text', lastActivityTimestamp: 1, flushed_size: 1 }),
  custom(1, 'sessionIdle', { eventTimestamp: 1, threshold: 1, bufferSize: 1, sessionId: 'text' }),
  custom(1, 'app-state', { title: 'text', stateEvent: { id: 1, deep: [['text']] } }),
  custom(1, '$exception', {
    $exception_list: [{ type: 'text', value: 'text', stacktrace: { frames: [{ lineno: 1 }] } }],
  }),
  custom(1, 'rrweb/fullscreen', { enter: true, any: 'text' }),
  custom(1, 'portable-replay/state', { isTouched: true, any: 'text', count: { of: 1 } }),
  custom(1, 'breadcrumb', {
    category: 'console',
    level: 'info',
    message: 'text',
    timestamp: 1,
    data: { arguments: ['text', 1] },
  }),
  custom(1, 'breadcrumb', {
    category: 'ui.click',
    message: 'text',
    data: { nodeId: 1, node: { tagName: 'text' } },
  }),
  custom(1, 'performanceSpan', {
    op: 'resource.fetch',
    description: 'text',
    startTimestamp: 1,
    endTimestamp: 1,
    data: {
      method: 'GET',
      statusCode: 200,
      request: { headers: { a: 'text' }, body: { id: 1 } },
      response: { size: 1, body: 'text' },
    },
  }),
  incremental(1, { source: 6, ...MOVE }),
  incremental(1, { source: 12, ...MOVE }),
  incremental(1, {
    source: 9,
    id: 1,
    type: 0,
    commands: [{ property: 'drawImage', args: [FRAME, 1, 1] }],
    displayWidth: 1,
  }),
  incremental(1, { source: 11, level: 'log', trace: ['text'], payload: ['text'] }),
  incremental(1, { source: 99, id: 1, any: 'text' }),
  { type: 8, timestamp: START + 1000, data: { caption: 'text', id: 1 } },
  {
    type: 99,
    timestamp: START + 1000,
    data: { any: 'text', id: 1 },
    cv: 'text',
    seq: 1,
    isMutationChunk: true,
  },
];
