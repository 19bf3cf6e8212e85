/** Vite's, which puts a style sheet into the page. */
declare module '*.css';
