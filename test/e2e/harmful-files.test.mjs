import { COSTLY_FILES } from './fuzz/costly-files.mjs';
import { LARGE_FILES } from './fuzz/large-files.mjs';
import { NESTED_FILES } from './fuzz/nested-files.mjs';
import { ODD_FILES } from './fuzz/odd-files.mjs';
import { PACKED_FILES } from './fuzz/packed-files.mjs';
import { testHarmfulFiles } from './fuzz/test-harmful-files.mjs';

testHarmfulFiles({ ...NESTED_FILES, ...PACKED_FILES, ...LARGE_FILES, ...ODD_FILES, ...COSTLY_FILES });
