// In place of parts that no query needs (console/build/slim-editor.ts). They are named at load and never used.
class LeftOut {
  dispose() {
    return undefined;
  }
}

export {
  LeftOut as ColorHoverParticipant,
  LeftOut as DiffEditorWidget,
  LeftOut as InlayHintsHover,
  LeftOut as MultiDiffEditorWidget,
  LeftOut as StandaloneQuickInputService,
};
export const GotoDefinitionAtPositionEditorContribution = { get: () => null };
export const linesDiffComputers = {};
export const printers = {};
export const parsers = {};
