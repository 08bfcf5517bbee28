export { appendLeaf, EMPTY_FRONTIER, readFrontier, rootOf, type Frontier } from './frontier.ts';
export { fetchProof } from './fetch-proof.ts';
export {
  EMPTY_TREE,
  growTree,
  restoreTree,
  type FullTile,
  type GrowingTree,
  type Growth,
} from './grow-tree.ts';
export { EMPTY_ROOT, hashChildren, hashLeaf } from './hash.ts';
export { proveConsistency, proveInclusion, type ReadNode } from './prove.ts';
export { readTilePath, type NamedTile } from './read-tile-path.ts';
export { tilePath, TILE_WIDTH, type Tile } from './tiles.ts';
export { verifyConsistency } from './verify-consistency.ts';
export { verifyInclusion } from './verify-inclusion.ts';
export { cosignedSeconds, findCosignature, packCosignature, printCosignedText } from './note/cosignature.ts';
export { printHashLines, readHashLines } from './note/hash-lines.ts';
export { printLogProof, readLogProof, type LogProof } from './note/log-proof.ts';
export {
  createNoteKey,
  ED25519,
  ED25519_COSIGNATURE,
  isKeyName,
  printNoteKey,
  readNoteKey,
  verifyEd25519,
  type NoteKey,
} from './note/note-key.ts';
export { printHeadText, readHead, readHeadText, type TreeHead } from './note/signed-head.ts';
export {
  findSigner,
  isOfKey,
  printSignedNote,
  readSignedNote,
  type NoteSignature,
  type SignedNote,
} from './note/signed-note.ts';
