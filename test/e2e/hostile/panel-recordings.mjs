import { el } from './nodes.mjs';
import { counting, ENDING, eventsOf, markupOf, MISLEADING, STARTED_AT } from './recordings.mjs';

/** Cells that spreadsheets would take for formulas. */
const FORMULAS = ['=1+1', '+1+1', '-1+1', '@SUM(1)', '\t=1+1', '\r=1+1', '=HYPERLINK("http://x.localhost")'];

const time = (i) => STARTED_AT + 400 + i * 4;

/**
 * The same vectors as text, in what the panels, the timeline and files tell of a recording: names of what was clicked,
 * typed texts, titles, annotations, values of the console, headers and bodies, exceptions.
 *
 * @returns {import('./recordings.mjs').Recording[]}
 */
export function panelRecordings(vectors, at) {
  const names = vectors.map(({ name }) => name);
  const texts = (entry) => [
    ...vectors.map((vector) => markupOf(vector, at(vector.name, entry))),
    ...MISLEADING,
    ...FORMULAS,
  ];
  const told = (entry, build, page = {}) => {
    const own = texts(entry);
    const events = [...eventsOf(page), ...own.flatMap(build)].sort((a, b) => a.timestamp - b.timestamp);
    return { entry, names, source: events, shows: ENDING, told: own[0] };
  };
  return [
    acted('clicked', told, texts, (markup) => el('button', { 'aria-label': markup }), clickOn),
    acted(
      'labelled',
      told,
      texts,
      (markup) => el('label', {}, markup, el('input', { type: 'text' })),
      typeInto,
    ),
    acted('typed', told, texts, () => el('textarea', { 'aria-label': 'field' }), typeText),
    told('annotation', (caption, i) => ({
      type: 8,
      timestamp: time(i),
      data: { caption, timelineMarker: true },
    })),
    told('title', (title, i) => ({
      type: 4,
      timestamp: time(i),
      data: { href: `http://shop.example/${i}?q=${title}#${title}`, title, width: 800, height: 600 },
    })),
    told('console-value', (markup, i) => ({
      type: 6,
      timestamp: time(i),
      data: {
        plugin: 'rrweb/console@1',
        payload: {
          level: ['log', 'warn', 'error'][i % 3],
          trace: [`${markup} (${markup}:1:2)`],
          payload: [
            JSON.stringify(`%c${markup}`),
            JSON.stringify(`background: url(${markup})`),
            JSON.stringify({ [markup]: { list: [markup], __proto__: markup } }),
            JSON.stringify(`Error: ${markup}\n    at ${markup} (${markup}:1:2)`),
          ],
        },
      },
    })),
    told('exception', (markup, i) => ({
      type: 5,
      timestamp: time(i),
      data: {
        tag: '$exception',
        payload: { message: markup, $exception_list: [{ type: markup, value: markup }], [markup]: markup },
      },
    })),
    told('request', (markup, i) => ({
      type: 6,
      timestamp: time(i),
      data: { plugin: 'rrweb/network@1', payload: { requests: [requestOf(markup, i)] } },
    })),
  ];
}

/** Elements that the texts are the names of, each of which something happens to. */
function acted(entry, told, texts, build, act) {
  const number = counting();
  const nodes = texts(entry).map((markup) => number(el('div', {}, build(markup))));
  const idOf = (i) => nodes[i].childNodes[0].childNodes[1]?.id ?? nodes[i].childNodes[0].id;
  return told(entry, (markup, i) => act(idOf(i), i, markup), { body: nodes });
}

function clickOn(id, i) {
  return { type: 3, timestamp: time(i), data: { source: 2, type: 2, id, x: 5, y: 5 } };
}

function typeInto(id, i) {
  return { type: 3, timestamp: time(i), data: { source: 5, id, text: `typed ${i}`, isChecked: false } };
}

function typeText(id, i, text) {
  return { type: 3, timestamp: time(i), data: { source: 5, id, text, isChecked: false } };
}

function requestOf(markup, i) {
  const isForm = i % 3 === 0;
  return {
    name: `http://api.example/${i}?q=${markup}`,
    entryType: 'resource',
    initiatorType: 'fetch',
    method: i % 2 ? 'POST' : markup,
    status: i % 2 ? 500 : 200,
    timestamp: time(i),
    startTime: 0,
    endTime: 9,
    duration: 9,
    requestHeaders: {
      [markup]: markup,
      'content-type': isForm ? 'application/x-www-form-urlencoded' : 'text/html',
    },
    requestBody: isForm ? `${markup}=${markup}&a=${markup}` : JSON.stringify({ [markup]: markup }),
    responseHeaders: { 'location': markup, 'content-type': ['text/html', 'application/json', markup][i % 3] },
    responseBody: i % 2 ? markup : JSON.stringify([markup]),
  };
}

/** A file of cues with hostile texts and settings. */
export function hostileCues(vectors, at, entry, kind) {
  const cues = vectors.map((vector, i) => {
    const markup = markupOf(vector, at(vector.name, entry)).replaceAll('\n', ' ');
    const text =
      i % 2 ? markup.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : markup;
    const end = (1 + i / 1000).toFixed(3);
    return `id ${i}\n00:00.${String(i % 1000).padStart(3, '0')} --> 00:0${end} align:${markup.replaceAll('-->', '')}\n${text}`;
  });
  return `WEBVTT\nKind: ${kind}\n\n${cues.join('\n\n')}\n`;
}
