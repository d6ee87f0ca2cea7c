import { createSSRApp } from 'vue';
import Replay from './Replay.vue';

createSSRApp(Replay, { src: '/recording.json' }).mount('#root');
