import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The window. Paths are relative, so that every host can serve the folder from where it likes. */
export default defineConfig({
  root: here('renderer/app'),
  base: './',
  cacheDir: here('node_modules/.vite'),
  plugins: [svelte()],
  build: {
    outDir: here('out/renderer'),
    emptyOutDir: true,
    target: 'chrome138',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    assetsInlineLimit: 0,
  },
});
