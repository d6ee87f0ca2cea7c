import shared from '../../web-test-runner.config.mjs';
import { LAUNCHERS } from './launchers.mjs';

export default { ...shared, browsers: [await LAUNCHERS.firefox()] };
