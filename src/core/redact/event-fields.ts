import { asRecord, type Fields } from '../json.ts';
import { ADDRESS_TAGS } from '../rrweb/custom-tags.ts';
import { type EventKind, kindOf } from '../rrweb/event-kind.ts';
import { sentryContent } from '../rrweb/sentry-events.ts';
import { anything, type Field, leaf, type Members, members, object, UNKNOWN } from './field.ts';
import { FIXED, MEASURE, mutationFields, NODE, SHEET_FIELDS, STYLE, TAG } from './page-fields.ts';

const POINT = members('x y', MEASURE);
const SIZE = members('width height', leaf('other', 'content', 'viewport'));
const MOVES: Members = { positions: object({ ...POINT, ...members('id timeOffset', FIXED) }) };
const ADDRESS = leaf('address');
const ANYTHING = anything('', UNKNOWN);
const LINES = anything('payload trace category type message timestamp data arguments', leaf('console'));
const REQUESTS = anything(
  'payload requests name status startTime endTime duration timeOrigin timestamp transferSize responseStatus ' +
    'requestHeaders responseHeaders requestBody responseBody isInitial op description startTimestamp endTimestamp ' +
    'data statusCode request response headers body size',
  leaf('network'),
);
const DRAWN = anything('args index src data type setter', leaf('canvas', 'content', 'measure'));
const STATE_NAMES: ReadonlySet<string> = new Set(
  (
    'pressed focused fullScreen popovers id opener times page added restyled pointedAgo enter isFocusPointed ' +
    'isTouched'
  ).split(' '),
);
/** What a user does, by numbers of nodes and times. */
const STATE: Field = { ...FIXED, member: (name) => (STATE_NAMES.has(name) ? STATE : undefined) };

/** Members of the data of incremental events, besides `source` and `type`. */
const INCREMENTAL: Readonly<Partial<Record<EventKind, Members>>> = {
  ...SHEET_FIELDS,
  mouseMove: MOVES,
  touchMove: MOVES,
  drag: MOVES,
  mouseInteraction: { ...members('id pointerType', FIXED), ...POINT },
  scroll: { id: FIXED, ...POINT },
  viewportResize: SIZE,
  input: { id: FIXED, text: leaf('input'), ...members('isChecked userTriggered', UNKNOWN) },
  mediaInteraction: { id: FIXED, ...members('currentTime volume muted loop playbackRate', MEASURE) },
  canvasMutation: {
    id: FIXED,
    ...members('displayWidth displayHeight', MEASURE),
    ...members('commands args setter', DRAWN),
    property: leaf('canvas', 'name'),
  },
  font: { ...members('family fontSource', STYLE), buffer: UNKNOWN, descriptors: { ...STYLE, rest: STYLE } },
  selection: {
    ranges: object({ ...members('start end', FIXED), ...members('startOffset endOffset', MEASURE) }),
  },
  customElement: { define: object({ name: TAG }) },
};

/**
 * How an event is gone through.
 *
 * @param isInStyle true for a text node in a style element, whose changes do not say so
 */
export function fieldOfEvent({ type, data }: Fields, isInStyle: (id: unknown) => boolean): Field {
  const content = asRecord(data);
  return object({
    ...members('type timestamp windowId', FIXED),
    delay: MEASURE,
    data: fieldOfData(kindOf(Number(type), content), content, isInStyle),
  });
}

function fieldOfData(kind: EventKind, data: Fields, isInStyle: (id: unknown) => boolean): Field {
  switch (kind) {
    case 'fullSnapshot':
      return object({ node: NODE, initialOffset: object(members('left top', MEASURE)) });
    case 'meta':
      return object({ href: ADDRESS, ...SIZE }, { place: 'address', rest: ADDRESS });
    case 'console':
      return named('plugin', LINES);
    case 'network':
      return named('plugin', REQUESTS);
    case 'log':
      return object({ source: FIXED, payload: LINES }, { place: 'console', rest: LINES });
    case 'plugin':
      return named('plugin', anything('', leaf('other')));
    case 'custom':
      return named('tag', payloadOf(data));
    case 'fullScreen':
    case 'pageState':
      return named('tag', STATE);
    default: {
      const known = kind === 'mutation' ? mutationFields(isInStyle) : INCREMENTAL[kind];
      return known ? object({ ...known, ...members('source type', FIXED) }) : ANYTHING;
    }
  }
}

function payloadOf(data: Fields): Field {
  if (ADDRESS_TAGS.has(data['tag'])) return object({ href: ADDRESS }, { ...ADDRESS, rest: ADDRESS });
  const content = sentryContent(data);
  if (content) return content === 'console' ? LINES : REQUESTS;
  return anything('', leaf('custom'));
}

/** Data that say by a name what they are. */
function named(name: string, payload: Field): Field {
  const { place } = payload;
  return object({ [name]: leaf(place, 'name'), payload }, { place, rest: anything('', leaf(place)) });
}
