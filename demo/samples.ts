import app from '../fixtures/recordings/app-android.json?url&no-inline';
import checkout from '../fixtures/recordings/checkout.v2.json?url&no-inline';
import idleGap from '../fixtures/recordings/idle-gap.v1.json?url&no-inline';
import lab from '../fixtures/recordings/lab.jsonl?url&no-inline';
import twoTabs from '../fixtures/recordings/two-tabs.jsonl?url&no-inline';

/** Recordings that the demo pages show: our own fixtures. */
export const samples: Readonly<Record<string, string>> = { app, checkout, idleGap, lab, twoTabs };
