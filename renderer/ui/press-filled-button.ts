const filled = '.rk-button[data-variant="filled"]';

/** Presses the filled button of the dialog that is open, or else of the form or pane that has the focus, or else of the screen. */
export function pressFilledButton(): boolean {
  const focused = document.activeElement;
  const dialog = document.querySelector('[role="dialog"][aria-modal="true"]');
  const scopes = dialog ? [dialog] : [focused?.closest('form'), focused?.closest('.pane'), document.body];
  for (const scope of scopes) {
    const button = [...(scope?.querySelectorAll<HTMLButtonElement>(filled) ?? [])].find((one) => one.checkVisibility());
    if (!button) continue;
    button.click(); // a disabled one does nothing, as with the pointer
    return true;
  }
  return false;
}
