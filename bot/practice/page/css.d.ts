/** Style sheets are bundled with the page; there is nothing to import from them. */
declare module '*.css';
