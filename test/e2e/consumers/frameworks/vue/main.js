import { createApp } from 'vue';
import Replay from './Replay.vue';

createApp(Replay, { src: '/recording.json' }).mount(document.body);
