import { Checkbox, NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Fold } from '../ui/fold';
import { SecretField } from '../ui/secret-field';
import { canScale, codecs, heights, type JoinOptions, layerings, receivings } from './join-options';
import type { LobbyState } from './use-lobby';

const rates = [15, 30, 60] as const;
const names = { vp8: 'VP8', h264: 'H264', vp9: 'VP9', av1: 'AV1' } as const;

/** Whether this browser can send it. */
const canSend = (codec: JoinOptions['codec']) =>
  RTCRtpSender.getCapabilities('video')?.codecs.some(({ mimeType }) => mimeType.toLowerCase() === `video/${codec}`) ?? true;

/** How it is sent, encrypted and received. Each line says what holds while it is closed. */
export function LobbyOptions({ lobby: { options, setOptions } }: { lobby: LobbyState }) {
  const { t } = useTranslation();
  const layering = canScale(options.codec) || options.layering !== 'svc' ? options.layering : 'simulcast';
  const summary = [
    names[options.codec],
    t(`join.layerings.${layering}`),
    t('join.size', { height: options.height, rate: options.framesPerSecond }),
    options.bitrate === null ? '' : `${options.bitrate} kbit/s`,
    [options.dtx && 'DTX', options.red && 'RED'].filter(Boolean).join(', '),
  ];
  return (
    <div className="folds">
      <Fold title={t('join.publish')} note={summary.filter(Boolean).join(' · ')} hasErrors={false}>
        <PublishOptions options={options} layering={layering} onChange={(change) => setOptions({ ...options, ...change })} />
      </Fold>
      <Fold title={t('join.encryption')} note={t(options.passphrase ? 'join.encrypted' : 'join.notEncrypted')} hasErrors={false}>
        <SecretField
          label={t('join.passphrase')}
          description={t('join.passphraseHint')}
          defaultValue={options.passphrase}
          onChange={({ currentTarget }) => setOptions({ ...options, passphrase: currentTarget.value })}
        />
      </Fold>
      <Fold title={t('join.receive')} note={t(`join.receivings.${options.receiving}`)} hasErrors={false}>
        <Select
          label={t('join.receive')}
          allowDeselect={false}
          comboboxProps={{ withinPortal: false }}
          value={options.receiving}
          onChange={(value) => setOptions({ ...options, receiving: receivings.find((one) => one === value) ?? 'adaptive' })}
          data={receivings.map((value) => ({ value, label: t(`join.receivings.${value}`) }))}
        />
      </Fold>
    </div>
  );
}

type Props = { options: JoinOptions; layering: JoinOptions['layering']; onChange: (change: Partial<JoinOptions>) => void };

function PublishOptions({ options, layering, onChange }: Props) {
  const { t } = useTranslation();
  const select = { allowDeselect: false, comboboxProps: { withinPortal: false } };
  return (
    <>
      <div className="join-three">
        <Select
          {...select}
          label={t('join.codec')}
          value={options.codec}
          onChange={(value) => onChange({ codec: codecs.find((codec) => codec === value) ?? 'vp8' })}
          data={codecs.map((codec) => ({ value: codec, label: names[codec], disabled: !canSend(codec) }))}
        />
        <Select
          {...select}
          label={t('join.layers')}
          value={layering}
          onChange={(value) => onChange({ layering: layerings.find((one) => one === value) ?? 'simulcast' })}
          data={layerings.map((value) => ({
            value,
            label: t(`join.layerings.${value}`),
            disabled: value === 'svc' && !canScale(options.codec),
          }))}
        />
        <Select
          {...select}
          label={t('join.resolution')}
          value={String(options.height)}
          onChange={(value) => onChange({ height: heights.find((height) => String(height) === value) ?? 720 })}
          data={heights.map((height) => ({ value: String(height), label: `${height}p` }))}
        />
      </div>
      <div className="join-three">
        <Select
          {...select}
          label={t('join.rate')}
          value={String(options.framesPerSecond)}
          onChange={(value) => onChange({ framesPerSecond: rates.find((rate) => String(rate) === value) ?? 30 })}
          data={rates.map((rate) => ({ value: String(rate), label: String(rate) }))}
        />
        <NumberInput
          label={t('join.bitrate')}
          placeholder={t('join.bitrateAuto')}
          min={30}
          max={20_000}
          step={100}
          value={options.bitrate ?? ''}
          onChange={(value) => onChange({ bitrate: typeof value === 'number' && value > 0 ? value : null })}
        />
        <div className="join-checks">
          <Checkbox label="DTX" checked={options.dtx} onChange={({ currentTarget }) => onChange({ dtx: currentTarget.checked })} />
          <Checkbox label="RED" checked={options.red} onChange={({ currentTarget }) => onChange({ red: currentTarget.checked })} />
        </div>
      </div>
    </>
  );
}
