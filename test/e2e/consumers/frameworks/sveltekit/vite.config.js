import { sveltekit } from '@sveltejs/kit/vite';

// Minifying takes most of the time.
export default { plugins: [sveltekit()], logLevel: 'error', build: { minify: false } };
