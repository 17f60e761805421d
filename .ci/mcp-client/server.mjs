// A server of two tools by the protocol's own TypeScript library, for Novum to call: server.mjs [PORT]
import {createServer} from 'node:http';
import {Server} from '@modelcontextprotocol/sdk/server/index.js';
import {StdioServerTransport} from '@modelcontextprotocol/sdk/server/stdio.js';
import {StreamableHTTPServerTransport} from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import {CallToolRequestSchema, ListToolsRequestSchema} from '@modelcontextprotocol/sdk/types.js';

const tools = [
  {
    name: 'convert',
    description: 'Converts an energy between GeV and MeV.',
    inputSchema: {
      type: 'object',
      properties: {value: {type: 'number'}, to: {type: 'string', enum: ['GeV', 'MeV']}},
      required: ['value', 'to'],
    },
  },
  {name: 'fail', description: 'Fails.', inputSchema: {type: 'object', properties: {}}},
];

function make() {
  const server = new Server({name: 'two-tools', version: '1'}, {capabilities: {tools: {}}});
  server.setRequestHandler(ListToolsRequestSchema, async () => ({tools}));
  server.setRequestHandler(CallToolRequestSchema, async ({params}) => {
    if (params.name !== 'convert') {
      return {content: [{type: 'text', text: 'it fails'}], isError: true};
    }
    const value = params.arguments.to === 'MeV' ? params.arguments.value * 1000 : params.arguments.value / 1000;
    return {content: [{type: 'text', text: `${value} ${params.arguments.to}`}], structuredContent: {value, unit: params.arguments.to}};
  });
  return server;
}

const [port] = process.argv.slice(2);
if (port === undefined) {
  await make().connect(new StdioServerTransport());
} else {
  const http = createServer(async (request, response) => {
    if (request.headers.authorization !== `Bearer ${process.env.TWO_TOOLS_TOKEN}`) {
      response.writeHead(401).end();
      return;
    }
    const transport = new StreamableHTTPServerTransport({sessionIdGenerator: undefined});
    response.on('close', () => transport.close());
    await make().connect(transport);
    await transport.handleRequest(request, response);
  });
  http.listen(Number(port), '127.0.0.1', () => console.log(`Listening on ${http.address().port}`));
}
