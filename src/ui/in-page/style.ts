/**
 * Styles of what stands in the page itself. The few token values are repeated here because the shadow root must not
 * depend on a stylesheet of the page or of ours; tests/ui/tokens.test.ts compares them with the tokens.
 */
export const inPageStyle = `
:host { all: initial }
* { box-sizing: border-box }
button { font: inherit; cursor: pointer }
.root { color-scheme: light; --panel: #ffffff; --text: #0f141a; --soft: #656871; --link: #006ce0; --line: #8c8c94; --divider: #c6c6cd;
  --teal: #0d7d70; --count: #006ce0; --on-count: #f9f9fa; --selected: #f0fbff; --popover: #ffffff; --shadow: 0px 1px 1px 1px #e9ebed, 0px 6px 36px #0007161a;
  font: 14px/20px 'Open Sans', 'Helvetica Neue', Roboto, Arial, sans-serif; color: var(--text) }
.root.dark { color-scheme: dark; --panel: #161d26; --text: #c6c6cd; --soft: #a4a4ad; --link: #42b4ff; --divider: #424650;
  --teal: #00b09b; --selected: #001129; --popover: #1b232d; --shadow: 0px 1px 1px 1px #192534, 0px 6px 36px #00040c }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
.handle { position: fixed; z-index: 1900; width: 28px; height: 56px; padding: 0; display: flex; flex-direction: column;
  align-items: center; justify-content: center; gap: 2px; background: var(--panel); color: var(--teal); border: 1px solid var(--line);
  touch-action: none; user-select: none; transition: width 115ms, background-color 115ms }
.handle svg { width: 16px; height: 16px; flex: none }
.handle .known { font-size: 12px; line-height: 16px; color: var(--soft); font-variant-numeric: tabular-nums }
.handle .known.due { min-width: 18px; padding: 0 3px; border-radius: 9px; background: var(--count); color: var(--on-count); text-align: center; line-height: 18px; font-weight: 700 }
.handle:hover, .handle:focus-visible { width: 32px; background: var(--selected) }
.right .handle { right: 0; border-right: 0; border-radius: 8px 0 0 8px }
.left .handle { left: 0; border-left: 0; border-radius: 0 8px 8px 0 }
.tip { position: absolute; top: 50%; transform: translateY(-50%); padding: 4px 12px; white-space: nowrap; pointer-events: none;
  background: var(--popover); color: var(--text); border: 1px solid var(--line); border-radius: 8px; opacity: 0; visibility: hidden }
.right .tip { right: calc(100% + 8px) }
.left .tip { left: calc(100% + 8px) }
.handle:hover .tip, .handle:focus-visible .tip { opacity: 1; visibility: visible; transition: opacity 115ms 300ms, visibility 0s 300ms }
.panel { position: fixed; z-index: 1900; background: var(--panel) }
.right .panel { right: 0; border-left: 1px solid var(--divider) }
.left .panel { left: 0; border-right: 1px solid var(--divider) }
.overlaid .panel { box-shadow: var(--shadow) }
.panel iframe { display: block; width: 100%; height: 100%; border: 0; background: var(--panel); color-scheme: inherit }
.edge { position: absolute; top: 0; bottom: 0; width: 8px; padding: 0; border: 0; background: none; cursor: col-resize; touch-action: none; outline-offset: -2px }
.right .edge { left: -4px }
.left .edge { right: -4px }
.edge:hover, .edge:focus-visible, .edge.dragged { background: linear-gradient(to right, transparent 3px, var(--link) 3px 5px, transparent 5px) }
.sheet { position: fixed; inset: 0; z-index: 1901; cursor: col-resize }
.notice { position: fixed; z-index: 1900; width: 320px; padding: 12px 16px; background: var(--selected); border: 2px solid var(--link); border-radius: 12px }
.right .notice { right: 8px }
.left .notice { left: 8px }
.notice strong { display: block }
.notice p { margin: 0 0 4px }
.notice button { padding: 4px 16px 4px 0; border: 0; background: none; color: var(--link); text-decoration: underline }
.notice button:first-of-type { font-weight: 700 }
.hidden { display: none !important }
@media (prefers-reduced-motion: reduce) { * { transition: none !important } }
@media (forced-colors: active) { .handle, .panel, .notice { border-color: CanvasText } }
@media print { .root { display: none } }
`;
