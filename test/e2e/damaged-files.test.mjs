import { RUNS_OF_EACH_TEST, SEED, testDamagedFiles } from './fuzz/test-damaged-files.mjs';

/** To see one failing case again, start from its seed with one run; its failure says so. */
const { FUZZ_SEED = SEED, FUZZ_RUNS = RUNS_OF_EACH_TEST } = process.env;

testDamagedFiles(Number(FUZZ_SEED), Number(FUZZ_RUNS));
