import type { RoomConnectOptions, RoomOptions } from 'livekit-client';

export const codecs = ['vp8', 'h264', 'vp9', 'av1'] as const;
export type Codec = (typeof codecs)[number];
/** `svc`: layers inside one stream, which VP9 and AV1 can; `simulcast`: a stream for each; `single`: one layer. */
export const layerings = ['simulcast', 'svc', 'single'] as const;
export type Layering = (typeof layerings)[number];
export const heights = [180, 360, 720, 1080] as const;
export const receivings = ['adaptive', 'full', 'nothing'] as const;

export type JoinOptions = {
  codec: Codec;
  layering: Layering;
  height: (typeof heights)[number];
  framesPerSecond: 15 | 30 | 60;
  /** kbit/s of the largest layer; null: what LiveKit chooses for the size. */
  bitrate: number | null;
  dtx: boolean;
  red: boolean;
  /** Empty: no end-to-end encryption. */
  passphrase: string;
  receiving: (typeof receivings)[number];
};

export const defaultOptions: JoinOptions = {
  codec: 'vp8',
  layering: 'simulcast',
  height: 720,
  framesPerSecond: 30,
  bitrate: null,
  dtx: true,
  red: true,
  passphrase: '',
  receiving: 'adaptive',
};

export const canScale = (codec: Codec) => codec === 'vp9' || codec === 'av1';
/** Simulcast of VP9 and AV1 is asked of LiveKit by a mode of one spatial layer. */
const scalability = { simulcast: 'L1T3', svc: 'L3T3_KEY', single: 'L1T3' } as const;

export const sizeOf = ({ height, framesPerSecond }: JoinOptions) => ({ width: (height * 16) / 9, height, framesPerSecond });

/** LiveKit's own publish options. */
export function publishDefaults({ codec, layering, bitrate, framesPerSecond, dtx, red }: JoinOptions) {
  const scales = canScale(codec);
  const layers = scales ? layering : layering === 'svc' ? 'simulcast' : layering;
  return {
    videoCodec: codec,
    // Only what was chosen is to be seen: no second stream in another codec for those who cannot read this one.
    backupCodec: false,
    simulcast: layers === 'simulcast',
    ...(scales ? { scalabilityMode: scalability[layers] } : {}),
    ...(bitrate === null ? {} : { videoEncoding: { maxBitrate: bitrate * 1_000, maxFramerate: framesPerSecond } }),
    dtx,
    red,
  } satisfies RoomOptions['publishDefaults'];
}

export const roomOptions = (options: JoinOptions): RoomOptions => ({
  adaptiveStream: options.receiving === 'adaptive',
  dynacast: true,
  disconnectOnPageLeave: true,
  publishDefaults: publishDefaults(options),
});
export const connectOptions = ({ receiving }: JoinOptions): RoomConnectOptions => ({ autoSubscribe: receiving !== 'nothing' });
