export { openConsoleDoor, type ConsoleParts } from './console-door.ts';
export { findLostPage } from './lost-page.ts';
export { findConsoleFiles, type ConsoleFiles } from './read-console-files.ts';
export type { ConsoleClient, DevelopmentSignIn } from './console-settings.ts';
