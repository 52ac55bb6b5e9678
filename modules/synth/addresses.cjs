// Node's half of addresses.py: CDKTF asks for the name of each element, here without a question to
// Python.
'use strict';
const cdktf = require('cdktf');

exports.ReadableStack = class ReadableStack extends cdktf.TerraformStack {
  #paths = new Map();

  constructor(scope, id) {
    super(scope, id);
    // CDKTF calls an aspect for every construct of the stack; one call of Python's is enough.
    const visit = (construct) => construct === this && this.beforeSynth();
    cdktf.Aspects.of(this).add({ visit });
  }

  /** For a stack in Python to override. */
  beforeSynth() {}

  /**
   * Called by CDKTF once for an element, the first time its name is needed; with its node by
   * get_logical_id.
   */
  allocateLogicalId(element) {
    const construct = element.node ? element : element.scopes.at(-1);
    const { path } = construct.node;
    const name = logicalId(path.slice(this.node.path.length + 1));
    this.#claim(addressOf(construct, name), path, 'construct id');
    return name;
  }

  /** Called by CDKTF before it writes the stack. Providers are known by their alias alone. */
  prepareStack() {
    super.prepareStack();
    for (const provider of this.allProviders()) {
      const parts = ['provider', provider.terraformResourceType, provider.alias];
      this.#claim(parts.filter(Boolean).join('.'), provider.node.path, 'alias');
    }
  }

  /** What the HCL of the stack needs to know beside its JSON (hcl.py), as JSON. */
  shape() {
    const { isTerraformElement } = cdktf.TerraformElement;
    const blocks = {},
      paths = {};
    for (const element of this.node.findAll().filter(isTerraformElement)) {
      paths[addressOf(element, element.friendlyUniqueId)] = element.node.path;
      const { resource, data, provider } = element.toHclTerraform();
      for (const [prefix, types] of [
        ['', resource],
        ['data.', data],
        ['provider.', provider],
      ]) {
        for (const [type, contents] of Object.entries(types ?? {})) {
          for (const content of Object.values(contents)) add(blocks, prefix + type, content);
        }
      }
    }
    return JSON.stringify({ blocks, paths });
  }

  #claim(address, path, toldApartBy) {
    const first = this.#paths.get(address) ?? path;
    if (first !== path) {
      throw new Error(
        `${address}: the Terraform address of both '${first}' and '${path}'; ` +
          `give one of the two another ${toldApartBy}`,
      );
    }
    this.#paths.set(address, path);
  }
};

function logicalId(path) {
  let name = '';
  for (const component of path.split('/')) {
    const part = component.split(':', 1)[0].replace(/\W+/g, '_');
    if (part === 'this' || part === '') continue;
    name = name && part !== name && !part.startsWith(`${name}_`) ? `${name}_${part}` : part;
  }
  name ||= 'this';
  return /^\d/.test(name) ? `_${name}` : name;
}

function addressOf(construct, name) {
  const type = construct.terraformResourceType;
  if (construct instanceof cdktf.TerraformResource) return `${type}.${name}`;
  if (construct instanceof cdktf.TerraformDataSource) return `data.${type}.${name}`;
  if (construct instanceof cdktf.TerraformRemoteState) return `data.terraform_remote_state.${name}`;
  if (construct instanceof cdktf.TerraformModule) return `module.${name}`;
  if (construct instanceof cdktf.TerraformOutput) return `output.${name}`;
  if (construct instanceof cdktf.TerraformVariable) return `var.${name}`;
  if (construct instanceof cdktf.TerraformLocal) return `local.${name}`;
  return `${construct.constructor.name}.${name}`;
}

/** Adds to `blocks[name]` the nested blocks of `content`, as CDKTF marks them for its own HCL. */
function add(blocks, name, content) {
  blocks[name] ??= {};
  for (const [key, attribute] of Object.entries(content ?? {})) {
    if (attribute?.storageClassType === 'any') addUntyped(blocks[name], key, attribute.value);
    if (!(attribute?.isBlock ?? attribute?.is_block)) continue; // a provider's come in snake case
    for (const inner of [attribute.value].flat()) add(blocks[name], key, inner);
  }
}

/** The same for a block that may hold others of its kind, as a statement of AWS WAF: it is untyped
 * in the provider's bindings, and so is all in it. */
function addUntyped(blocks, name, content) {
  blocks[name] ??= {};
  for (const [key, inner] of Object.entries(content)) {
    if (typeof inner !== 'object') continue;
    for (const one of [inner].flat()) addUntyped(blocks[name], key, one);
  }
}
