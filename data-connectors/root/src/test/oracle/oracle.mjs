// The columns that jsroot reads of every ROOT file in a folder, as digests: FILE TREE COLUMN ROWS SHA-256.
// Usage: npm install jsroot@7.11.2 && node oracle.mjs FOLDER > digests.tsv
// A digest is over the rows: a number as a double of eight bytes, text and lists with their length in four bytes first,
// text in UTF-8, all little-endian.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from 'jsroot/io';
import { TSelector, treeProcess } from 'jsroot/tree';
import { readHeaderFooter, rntupleProcess } from 'jsroot/rntuple';

if (process.argv.length < 3) throw new Error("name a folder");
const folder = process.argv[2];

function add(hash, value) {
  if (typeof value === 'string') {
    const text = Buffer.from(value, 'utf8');
    const length = Buffer.alloc(4);
    length.writeInt32LE(text.length);
    hash.update(length).update(text);
  } else if (value !== null && typeof value === 'object') {
    const length = Buffer.alloc(4);
    length.writeInt32LE(value.length);
    hash.update(length);
    for (const item of value) add(hash, item);
  } else {
    const number = Buffer.alloc(8);
    number.writeDoubleLE(Number(value));
    hash.update(number);
  }
}

/** A copy that the next row does not overwrite, without what objects can do. */
function copied(value) {
  if (value === null || typeof value !== 'object') return value;
  if (value.length !== undefined) return Array.from(value, copied);
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => typeof inner !== 'function').map(([key, inner]) => [key, copied(inner)]));
}

/** Names and values of one row of a branch: objects are taken apart into their numbers. */
function parts(name, value) {
  if (value !== null && typeof value === 'object' && value.length === undefined) {
    return Object.entries(value)
      .filter(([key]) => !['_typename', 'fUniqueID', 'fBits'].includes(key))
      .flatMap(([key, inner]) => parts(`${name}.${key}`, inner));
  }
  return [[name, value]];
}

/** The columns of a branch or field: itself, or one for each number in its objects. */
function takenApart(name, rows) {
  const objects = rows.find((row) => typeof row === 'object' && typeof row?.[0] === 'object');
  if (!objects) {
    const apart = rows.map((row) => parts(name, row));
    return apart[0].map(([path], i) => [path, apart.map((row) => row[i][1])]);
  }
  return parts(name, objects[0]).map(([path]) => {
    const keys = path.slice(name.length + 1).split('.');
    return [path, rows.map((row) => Array.from(row, (item) => keys.reduce((inner, key) => inner[key], item)))];
  });
}

async function readBranch(tree, name) {
  const values = [];
  const selector = new TSelector();
  selector.addBranch(name, 'value');
  selector.Process = function () {
    values.push(copied(this.tgtobj.value));
  };
  await treeProcess(tree, selector);
  return values;
}

async function treeColumns(file, key) {
  const tree = await file.readObject(`${key.fName};${key.fCycle}`);
  const columns = [];
  for (const branch of tree.fBranches.arr) {
    // jsroot takes the header of a single object that is written whole for that of its TObject, and loses the rest.
    if (/^TVector[23]$/.test(branch.fClassName)) continue;
    const values = await readBranch(tree, branch.fName);
    columns.push(...takenApart(branch.fName, values));
  }
  return columns;
}

async function ntupleColumns(file, key) {
  const ntuple = await file.readObject(`${key.fName};${key.fCycle}`);
  await readHeaderFooter(ntuple);
  const fields = ntuple.builder.fieldDescriptors;
  const read = async (name) => {
    const values = [];
    const selector = new TSelector();
    selector.addBranch(name, 'value');
    selector.Process = function () {
      values.push(copied(this.tgtobj.value));
    };
    await rntupleProcess(ntuple, selector);
    return values;
  };
  const columns = [];
  for (const [id, field] of fields.entries()) {
    if (field.parentFieldId !== id || (field.flags & 2) !== 0) continue; // jsroot does not read projected fields
    if (field.structRole !== 1) {
      columns.push(...takenApart(field.fieldName, await read(field.fieldName)));
      continue;
    }
    // Of a collection without a type jsroot reads the ends, and its members one by one, as many as it takes for entries.
    const ends = (await read(field.fieldName)).map(Number);
    const entries = ntuple.builder.clusterSummaries[0].numEntries;
    ntuple.builder.clusterSummaries[0].numEntries = ends.at(-1);
    const record = fields.findIndex((each, i) => each.parentFieldId === id && i !== id);
    for (const member of fields.filter((each) => each.parentFieldId === record)) {
      const values = await read(member.fieldName);
      columns.push([`${field.fieldName}.${member.fieldName}`, ends.map((end, row) => values.slice(row ? ends[row - 1] : 0, end))]);
    }
    ntuple.builder.clusterSummaries[0].numEntries = entries;
  }
  return columns;
}

console.log = console.error; // jsroot writes there too
for (const name of readdirSync(folder).filter((each) => each.endsWith('.root')).sort()) {
  const file = await openFile(join(folder, name));
  for (const key of file.fKeys) {
    const columns = key.fClassName === 'TTree'
      ? await treeColumns(file, key)
      : key.fClassName === 'ROOT::RNTuple' ? await ntupleColumns(file, key) : [];
    for (const [column, rows] of columns) {
      const hash = createHash('sha256');
      rows.forEach((row) => add(hash, row));
      process.stdout.write(`${[name, key.fName, column, rows.length, hash.digest('hex')].join('\t')}\n`);
    }
  }
}
