import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RoomInput } from '../ui/room-input';
import { useFieldError } from '../ui/use-field-error';
import { useTokenForm } from './use-token-form';

export function RoomField() {
  const { t } = useTranslation();
  const fieldError = useFieldError();
  const { control } = useTokenForm();
  const { field, fieldState } = useController({ control, name: 'room' });
  const { onChange, ...rest } = field;
  return <RoomInput label={t('tokens.room')} error={fieldError(fieldState.error)} {...rest} onText={onChange} />;
}
