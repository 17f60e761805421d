// Calls Novum as an independent client of the Model Context Protocol does: check.mjs LAUNCHER DATA URL
import assert from 'node:assert/strict';
import {Client} from '@modelcontextprotocol/sdk/client/index.js';
import {StdioClientTransport} from '@modelcontextprotocol/sdk/client/stdio.js';
import {StreamableHTTPClientTransport} from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [launcher, data, url] = process.argv.slice(2);
const patient = {timeout: 600_000};
const seen = [];

for (const transport of [
  new StdioClientTransport({command: launcher, args: ['mcp', '--data', data], env: process.env}),
  new StreamableHTTPClientTransport(new URL(url)),
]) {
  const client = new Client({name: 'check', version: '1'});
  await client.connect(transport);
  const {tools} = await client.listTools();
  assert(tools.every(tool => /^[A-Za-z0-9_-]{1,64}$/.test(tool.name)), 'names that models accept');
  assert(tools.some(tool => tool.name === 'solar-flare_forecast'));

  const call = {name: 'solar-flare_forecast', arguments: {in: ['rows.csv']}};
  const forecast = await client.callTool(call, undefined, {...patient, onprogress: () => {}});
  assert(!forecast.isError, JSON.stringify(forecast.content));
  assert.equal(forecast.structuredContent.first.length, 20);
  const whole = await client.readResource({uri: forecast.structuredContent.resource});
  assert.equal(whole.contents[0].text.trim().split('\n').length, forecast.structuredContent.rows + 1);

  const refused = await client.callTool({name: 'solar-flare_forecast', arguments: {in: ['/etc/hostname']}});
  assert(refused.isError && refused.content[0].text.includes('is not served'));

  const {resources} = await client.listResources();
  const study = await client.readResource({uri: 'novum://studies/omega-mumu'});
  assert(resources.length > 5 && study.contents[0].text.includes('experiment:'));

  const run = await client.callTool({name: 'study_run', arguments: {study: 'planted-demo'}}, undefined, patient);
  assert(!run.isError, JSON.stringify(run.content));
  seen.push(JSON.stringify(run.structuredContent.findings));
  console.log(`${transport.constructor.name}: ${tools.length} tools, ${forecast.structuredContent.rows} forecasts, `
    + `${run.structuredContent.findings.findings.length} findings`);
  await client.close();
}
assert.equal(seen[0], seen[1], 'the same request is the same run');
