export { PageLink } from './page-link.tsx';
export { usePages } from './use-pages.ts';
