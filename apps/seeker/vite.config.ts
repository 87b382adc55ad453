import { defineConfig } from 'vite'
import { offlineList } from './offline-list.ts'

/** Scripts of a page carry a hash; workers, and what a static page names, keep one address. */
const isPage = (name: string) => name === 'index' || name === 'mijn-crisis'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [offlineList()],
  build: {
    target: ['es2022', 'safari16'],
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    // The fuller weights of the search are one file of numbers (decision 10); nobody waits for it.
    chunkSizeWarningLimit: 800,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        index: 'index.html',
        'mijn-crisis': 'mijn-crisis.html',
        'service-worker': 'src/service-worker.ts',
        'crisis-exit': 'src/crisis-exit.ts',
        'stretch-worker': 'src/own/safe/stretch-worker.ts',
      },
      output: {
        entryFileNames: (chunk) => (isPage(chunk.name) ? 'assets/[name]-[hash].js' : '[name].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        assetFileNames: 'assets/[name]-[hash][extname]',
      },
    },
  },
})
