import { createTheme } from '@mantine/core';

const list = { classNames: { dropdown: 'rk-pop', option: 'rk-option' } };

/**
 * Default props and class hooks of Mantine's parts: static mode has no `.mantine-*` classes. Colours and sizes are in theme.css.
 * By name, not by `Button.extend`: that would load every one of them with the first screen.
 */
export const theme = createTheme({
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs', variant: 'default' }, classNames: { root: 'rk-button' } },
    ActionIcon: { defaultProps: { size: 'sm', variant: 'subtle', color: 'gray' }, classNames: { root: 'rk-icon' } },
    Input: { defaultProps: { size: 'xs' }, classNames: { input: 'rk-input' } },
    InputWrapper: {
      defaultProps: { size: 'xs' },
      classNames: { label: 'rk-label', description: 'rk-hint', error: 'rk-error' },
    },
    Autocomplete: list,
    Select: list,
    MultiSelect: list,
    NumberInput: { defaultProps: { size: 'xs' } },
    // Mantine's placeholder for the first focus is no child that a menu may have: the first item gets it.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false }, classNames: { dropdown: 'rk-pop', item: 'rk-option' } },
    SegmentedControl: {
      defaultProps: { size: 'xs' },
      classNames: { root: 'rk-segments', indicator: 'rk-segments-thumb', label: 'rk-segments-label' },
    },
    Switch: { defaultProps: { size: 'xs', withThumbIndicator: false }, classNames: { root: 'rk-switch' } },
    Checkbox: { defaultProps: { size: 'xs' }, classNames: { input: 'rk-checkbox' } },
    Radio: { defaultProps: { size: 'xs' }, classNames: { radio: 'rk-radio' } },
    Modal: {
      defaultProps: { lockScroll: false, centered: true, withCloseButton: false, padding: 0 },
      classNames: { content: 'rk-dialog', overlay: 'rk-scrim' },
    },
    Tooltip: { defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: true } }, classNames: { tooltip: 'rk-tooltip' } },
  },
});
