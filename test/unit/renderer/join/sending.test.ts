import { expect, test } from 'vitest';
import { defaultOptions, publishDefaults } from '../../../../renderer/join/join-options';
import { type Device, type SendingChoice, sendingOf } from '../../../../renderer/join/sending';

const auto: SendingChoice = { picture: 'auto', sound: 'auto', camera: '', microphone: '', speaker: '' };
const camera: Device = { kind: 'videoinput', id: 'c1', label: 'Built-in' };
const second: Device = { kind: 'videoinput', id: 'c2', label: 'USB' };

test('without a device the test card and the tone are sent', () => {
  expect(sendingOf(auto, [], null)).toEqual({ picture: { kind: 'synthetic' }, sound: { kind: 'synthetic' } });
});

test('a device is sent where there is one, and the remembered one is found by its label', () => {
  expect(sendingOf(auto, [camera], null)).toEqual({ picture: { kind: 'device', id: '' }, sound: { kind: 'synthetic' } });
  expect(sendingOf({ ...auto, picture: 'device', camera: 'USB' }, [camera, second], null).picture).toEqual({ kind: 'device', id: 'c2' });
  expect(sendingOf({ ...auto, picture: 'device', camera: 'gone' }, [camera], null).picture).toEqual({ kind: 'device', id: '' });
});

test('nothing stays nothing, and a file that is no longer open becomes the test card', () => {
  expect(sendingOf({ ...auto, picture: 'none', sound: 'none' }, [camera], null)).toEqual({
    picture: { kind: 'none' },
    sound: { kind: 'none' },
  });
  expect(sendingOf({ ...auto, picture: 'file' }, [camera], null).picture).toEqual({ kind: 'synthetic' });
});

test('layers inside one stream are asked only of codecs that can', () => {
  expect(publishDefaults({ ...defaultOptions, layering: 'svc' })).toMatchObject({ videoCodec: 'vp8', simulcast: true });
  expect(publishDefaults({ ...defaultOptions, layering: 'svc' })).not.toHaveProperty('scalabilityMode');
  expect(publishDefaults({ ...defaultOptions, codec: 'vp9', layering: 'svc' })).toMatchObject({
    scalabilityMode: 'L3T3_KEY',
    simulcast: false,
  });
  expect(publishDefaults({ ...defaultOptions, codec: 'av1', layering: 'simulcast' })).toMatchObject({
    scalabilityMode: 'L1T3',
    simulcast: true,
  });
});

test('a bitrate is given to LiveKit in bits', () => {
  expect(publishDefaults({ ...defaultOptions, bitrate: 800 })).toMatchObject({ videoEncoding: { maxBitrate: 800_000, maxFramerate: 30 } });
});
