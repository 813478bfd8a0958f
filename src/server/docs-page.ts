import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { API_VERSION } from './api-version.ts';
import { openApiDocument } from './openapi/document.ts';
import { JSON_TYPE } from './answers.ts';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** /openapi.json and the page that shows it. Every file of the page is on this machine. */
export const addDocsPage = async (app: FastifyInstance): Promise<void> => {
  let text: string | undefined;
  app.get('/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(openApiDocument());
    return reply.header('content-type', JSON_TYPE).header('cache-control', 'no-cache').send(text);
  });
  await app.register(swagger, {
    mode: 'static',
    specification: { document: { openapi: '3.1.0', info: { title: 'Philo POS', version: API_VERSION }, paths: {} } },
  });
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: POLICY,
    // Made on first use, not at start.
    transformSpecification: () => openApiDocument(),
    transformSpecificationClone: false,
    // Without the bar on top: it would show another project's name, and there is one document only.
    uiConfig: { layout: 'BaseLayout', docExpansion: 'none', persistAuthorization: false, tryItOutEnabled: true },
    theme: { title: 'Philo POS API' },
    uiHooks: {
      onRequest: (request, reply, done) => {
        if (request.url === '/docs/') void reply.redirect('/docs', 307);
        else done();
      },
    },
  });
};
