import { expect, test } from 'vitest';
import { pathPreview } from '../../../renderer/media/egress-path';

const at = new Date('2026-12-01T08:15:30.007Z');
const values = { room_name: 'ward-7', identity: 'ada', track_id: 'TR_1' };

test.each([
  ['RoomComposite', '{room_name}-{time}.mp4', 'ward-7-2026-12-01T081530.mp4'],
  ['RoomComposite', '{room_id}/{utc}', 'RM_…/20261201081530007.mp4'],
  ['RoomComposite', 'archive/', 'archive/ward-7-2026-12-01T081530.mp4'],
  ['Participant', '{publisher_identity}', 'ada.mp4'],
  ['Participant', '', 'ada-2026-12-01T081530.mp4'],
  ['TrackComposite', '{publisher_identity}/{time}', '…/2026-12-01T081530.mp4'],
  ['Track', '{track_id}-{track_source}', 'TR_1-….…'],
  ['Web', '{time}', '2026-12-01T081530.mp4'],
] as const)('%s: %s becomes %s', (method, template, path) => {
  expect(pathPreview('file', template, method, values, at)).toEqual({ path, left: [] });
});

test.each([
  ['RoomComposite', '{publisher_identity}/{track_id}.mp4', ['{publisher_identity}', '{track_id}']],
  ['Web', '{room_name}.mp4', ['{room_name}']],
  ['RoomComposite', '{constructor}.mp4', ['{constructor}']],
  ['Track', '{Room_Name}.ogg', ['{Room_Name}']],
] as const)('%s: what nobody fills in stays in %s, and is named', (method, template, left) => {
  expect(pathPreview('file', template, method, values, at)).toEqual({ path: template, left });
});

test('the ending goes with the format, in the place of another that the worker knows', () => {
  const ending = (template: string, given: object) => pathPreview('file', template, 'RoomComposite', { ...values, ...given }, at).path;
  expect(ending('a.mp4', { 'file_outputs.0.file_type': 'OGG' })).toBe('a.ogg');
  expect(ending('a.mp3', {})).toBe('a.mp3');
  expect(ending('a', { audio_only: true })).toBe('a.ogg');
  expect(ending('v1.2', {})).toBe('v1.2.mp4');
});

test('segments and images are numbered', () => {
  expect(pathPreview('segments', '{room_name}/x', 'RoomComposite', values, at).path).toBe('ward-7/x_00000.ts');
  expect(pathPreview('images', '{room_name}/x', 'RoomComposite', values, at).path).toBe('ward-7/x_00000.jpeg');
});
