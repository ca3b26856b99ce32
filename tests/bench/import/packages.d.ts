/** Runs pdf.js's work in the thread that imports it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
