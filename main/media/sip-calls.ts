import { z } from 'zod';
import type { Handlers } from '../application';
import { allDone } from '../audit/audit';
import type { Form, FormValues } from '../contract/form';
import { answerSeconds, sipForms } from '../contract/sip';
import type { Desk } from '../desk/desk';
import { dangerous, harmless } from '../desk/safety';
import { auditable, checkedRequest } from './request';

const participant = z.object({ participant_identity: z.string(), room_name: z.string(), sip_call_id: z.string() });
/** Longer than the server waits: its own words are to come, and after a timeout of ours nobody knows whether it rings. */
const graceSeconds = 5;

const plan = (form: Form, values: FormValues) => ({ request: checkedRequest(form, values), details: auditable(form, values) });

/** Calls out of a room, and their way out of it to another number. */
export const createSipCalls = ({ act }: Desk): Pick<Handlers, 'sip.call' | 'sip.transfer'> => ({
  async 'sip.call'({ values, ...given }) {
    const { request, details } = plan(sipForms.call, values);
    const room = String(request.room_name);
    const what = { action: 'sip.call', room, targets: [String(request.sip_call_to)], details, danger: harmless } as const;
    const seconds = answerSeconds('call', values) + graceSeconds;
    const { value, auditNo } = await act(given, what, async ({ call }) => {
      const answer = participant.parse(await call('SIP', 'CreateSIPParticipant', request, { sip: { call: true } }, seconds));
      return { value: answer, outcome: { ...allDone, details: { callId: answer.sip_call_id } } };
    });
    return { identity: value.participant_identity, room: value.room_name, callId: value.sip_call_id, auditNo };
  },
  async 'sip.transfer'({ values, ...given }) {
    const { request, details } = plan(sipForms.transfer, values);
    const room = String(request.room_name);
    const what = { action: 'sip.transfer', room, targets: [String(request.participant_identity)], details, danger: dangerous } as const;
    const grants = { sip: { call: true }, video: { roomAdmin: true, room } };
    const seconds = answerSeconds('transfer', values) + graceSeconds;
    const { auditNo } = await act(given, what, async ({ call }) => {
      await call('SIP', 'TransferSIPParticipant', request, grants, seconds);
      return { value: null, outcome: allDone };
    });
    return { auditNo };
  },
});
