import {
  ActionIcon,
  Autocomplete,
  Button,
  Checkbox,
  createTheme,
  Input,
  InputWrapper,
  Menu,
  Modal,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Switch,
  Tooltip,
} from '@mantine/core';

const list = { classNames: { dropdown: 'rk-pop', option: 'rk-option' } };

/** Default props and class hooks of Mantine's parts: static mode has no `.mantine-*` classes. Colours and sizes are in theme.css. */
export const theme = createTheme({
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', variant: 'default' }, classNames: { root: 'rk-button' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: 'sm', variant: 'subtle', color: 'gray' }, classNames: { root: 'rk-icon' } }),
    Input: Input.extend({ defaultProps: { size: 'xs' }, classNames: { input: 'rk-input' } }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { size: 'xs' },
      classNames: { label: 'rk-label', description: 'rk-hint', error: 'rk-error' },
    }),
    Autocomplete: Autocomplete.extend(list),
    Select: Select.extend(list),
    MultiSelect: MultiSelect.extend(list),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs' } }),
    Menu: Menu.extend({ classNames: { dropdown: 'rk-pop', item: 'rk-option' } }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: 'xs' },
      classNames: { root: 'rk-segments', indicator: 'rk-segments-thumb', label: 'rk-segments-label' },
    }),
    Switch: Switch.extend({ defaultProps: { size: 'xs', withThumbIndicator: false }, classNames: { root: 'rk-switch' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'xs' }, classNames: { input: 'rk-checkbox' } }),
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true, withCloseButton: false, padding: 0 },
      classNames: { content: 'rk-dialog', overlay: 'rk-scrim' },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400 }, classNames: { tooltip: 'rk-tooltip' } }),
  },
});
