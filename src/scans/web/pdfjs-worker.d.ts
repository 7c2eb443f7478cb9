/** Imported for what it does: it tells the drawing half where the reading half is. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {}
