import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import Replay from './Replay.vue';

export const rendered = await renderToString(createSSRApp(Replay, { src: '/recording.json' }));
