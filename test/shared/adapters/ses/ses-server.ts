import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with a request that it has read to its end. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on this machine that keeps what it was sent, byte by byte accepted, and behaves as it is told. */
export async function sesServer(behave: Behaviour) {
  const requests: { readonly form: URLSearchParams }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    requests.push({ form: new URLSearchParams(Buffer.concat(chunks).toString()) });
    behave(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function xml(status: number, body: string): Behaviour {
  return (response) => void response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
}

export function acceptance(result = '<MessageId>0102-ses-1</MessageId>'): Behaviour {
  return xml(
    200,
    `<SendRawEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendRawEmailResult>${result}` +
      '</SendRawEmailResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></SendRawEmailResponse>',
  );
}

export function refusal(status: number, code: string): Behaviour {
  return xml(
    status,
    `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code>` +
      '<Message>refused</Message></Error><RequestId>r</RequestId></ErrorResponse>',
  );
}
