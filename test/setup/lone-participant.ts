import { join } from './participant.ts';

/** A person in a process of their own, who can be ended at any moment, as a crash would. URL and token come in the environment. */
const { LONE_URL: url = '', LONE_TOKEN: token = '' } = process.env;
const person = await join(url, token);
await person.publishMicrophone();
