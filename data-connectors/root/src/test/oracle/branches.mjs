// What ReadBranches measures, with jsroot: three branches of the Zmumu sample in each compression.
// Usage: node branches.mjs FOLDER ROUNDS
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from 'jsroot/io';
import { TSelector, treeProcess } from 'jsroot/tree';

const [folder, rounds] = [process.argv[2], Number(process.argv[3])];
const branches = ['E1', 'px1', 'M'];

async function sum(tree) {
  let total = 0;
  const selector = new TSelector();
  branches.forEach((branch) => selector.addBranch(branch));
  selector.Process = function () {
    total += this.tgtobj.E1 + this.tgtobj.px1 + this.tgtobj.M;
  };
  await treeProcess(tree, selector);
  return total;
}

async function measure(what, work) {
  const times = [];
  let total = 0;
  for (let round = -rounds; round < rounds; round++) {
    const start = performance.now();
    total = await work();
    const took = performance.now() - start;
    if (round >= 0) times.push(took);
  }
  times.sort((a, b) => a - b);
  console.log(`jsroot  ${what.padEnd(45)} median ${times[rounds >> 1].toFixed(2).padStart(7)} ms, least ${times[0].toFixed(2).padStart(7)}   sum ${total.toFixed(6)}`);
}

const open = async (name) => (await openFile(join(folder, name))).readObject('events');
const samples = readdirSync(folder).filter((each) => each.startsWith('uproot-Zmumu')).sort();
for (let round = 0; round < rounds; round++) {
  for (const name of samples) await sum(await open(name));
}
for (const name of samples) {
  await measure(`${name}, open and read`, async () => sum(await open(name)));
  const tree = await open(name);
  await measure(`${name}, read`, () => sum(tree));
}
