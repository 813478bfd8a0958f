import type { FastifyReply } from 'fastify';
import { ERRORS, type ErrorData, type InputIssue } from '../contract/errors.ts';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Sends JSON text that is already made. */
export const sendJson = (reply: FastifyReply, status: number, text: string): FastifyReply =>
  reply.code(status).header('content-type', JSON_TYPE).send(text);

/** Sends a refusal: its status, `{"detail"}` as the original writes it, and the code for programs. */
export const sendError = (reply: FastifyReply, error: ErrorData): FastifyReply => {
  if (error.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
  if (error.code === 'closing') reply.header('retry-after', '5');
  return sendJson(reply, ERRORS[error.code].status, errorText(error));
};

/** The JSON text of a refusal. What was sent is echoed unless it is nested too deeply to be written. */
export const errorText = (error: ErrorData): string => {
  const { code, message, details, conflict } = error;
  const both = conflict ? { conflict } : {};
  try {
    return JSON.stringify({ detail: details ?? message, code, ...both });
  } catch {
    return JSON.stringify({ detail: details?.map(withoutInput) ?? message, code });
  }
};

const withoutInput = (issue: InputIssue): InputIssue => ({ ...issue, input: null });
