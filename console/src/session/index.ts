export { ROLES, type Role } from './read-claims.ts';
export { PUBLIC_SESSION, setSession, type Session } from './session.ts';
export { readSettings, type ConsoleSettings, type IssuerClient, type SampleCaller } from './settings.ts';
export { finishSignIn, findSignOut, leaveForIssuer } from './sign-in.ts';
export { signInAsSample } from './sign-in-as-sample.ts';
export { usePurposeName } from './use-purpose-name.ts';
export { useSession, useSignedIn } from './use-session.ts';
export { isPurpose, PURPOSES, type Purpose } from './purposes.ts';
export {
  forgetStated,
  PagePurpose,
  StatedProvider,
  useChosen,
  useStated,
  type PageStated,
} from './use-stated.tsx';
