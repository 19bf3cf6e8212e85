import { expect, test } from 'vitest';
import { type Command, filterCommands } from '../../../renderer/ui/commands';

const command = (label: string, detail?: string, group = 'Go to'): Command => ({ id: label, group, label, detail, run: () => {} });
const commands = [
  command('Issue a token'),
  command('Tokens'),
  command('Settings'),
  command('Switch to Harbor production', 'Production · rtc.harbor.example', 'Server'),
  command('Switch to Harbor staging', 'Staging · stg.harbor.example', 'Server'),
  command('简体中文', undefined, 'Roomkeeper'),
];
const found = (query: string) => filterCommands(commands, query).map(({ label }) => label);

test('nothing typed shows everything in its order', () => {
  expect(found(' ')).toEqual(commands.map(({ label }) => label));
});

test('the beginning of a word comes before the middle of one', () => {
  expect(found('to')[0]).toBe('Issue a token');
  expect(found('set')).toEqual(['Settings']);
  expect(found('token')).toEqual(['Issue a token', 'Tokens']);
});

test('every word must fit, in any order, in the label or beside it', () => {
  expect(found('staging switch')).toEqual(['Switch to Harbor staging']);
  expect(found('harbor rtc')).toEqual(['Switch to Harbor production']);
  expect(found('harbor tokens')).toEqual([]);
});

test('letters in their order are enough in a label, and not in the text beside it', () => {
  expect(found('stngs')).toContain('Settings');
  expect(found('rhx')).toEqual([]);
});

test('capitals do not matter, and Chinese is found', () => {
  expect(found('TOKENS')).toEqual(['Tokens']);
  expect(found('中文')).toEqual(['简体中文']);
});
