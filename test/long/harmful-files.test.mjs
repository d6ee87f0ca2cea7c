import { HUGE_FILES } from '../e2e/fuzz/huge-files.mjs';
import { testHarmfulFiles } from '../e2e/fuzz/test-harmful-files.mjs';

testHarmfulFiles(HUGE_FILES);
