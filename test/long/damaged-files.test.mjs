import { RUNS, RUNS_OF_EACH_TEST, SEED, testDamagedFiles } from '../e2e/fuzz/test-damaged-files.mjs';

testDamagedFiles(SEED + RUNS_OF_EACH_TEST, RUNS - RUNS_OF_EACH_TEST);
